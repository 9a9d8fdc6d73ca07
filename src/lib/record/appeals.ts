import type { EventOf, LogEvent } from './event';
import type { AppealData, Ruling } from './kinds/appeals';
import type { LedgerEntry } from './kinds/ledger';

export type { Ruling };

/** An appeal (申诉) on a line, with what it asks for. */
export interface Appeal extends AppealData {
	seq: number;
	event: EventOf<'appeal'>;
	ruling: { event: EventOf<'ruling'>; result: Ruling; entry: LedgerEntry | null } | null;
}

/** The appeals of a month in order. */
export function appealsOf(events: LogEvent[], month: string): Appeal[] {
	const appeals = new Map<number, Appeal>();
	for (const event of events) {
		if (event.kind === 'appeal' && event.data.month === month)
			appeals.set(event.seq, { ...event.data, seq: event.seq, event, ruling: null });
		if (event.kind === 'ruling') {
			const { of, result, entry } = event.data;
			const appeal = appeals.get(of);
			if (appeal && !appeal.ruling) appeal.ruling = { event, result, entry: entry ?? null };
		}
	}
	return [...appeals.values()];
}
