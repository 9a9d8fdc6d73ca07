import type { LogEvent } from './event';
import type { LedgerEntry } from './ledger';

/** An appeal (申诉) on a line, with what it asks for. */
export interface Appeal {
	seq: number;
	event: LogEvent;
	month: string;
	unitKind: string;
	unit: string;
	line: string;
	evidence: string;
	/** The value that is proposed, in words. */
	proposed: string;
	/** What it asks to be added to what was counted; absent in older logs. */
	numerator?: number;
	denominator?: number;
	ruling: { event: LogEvent; result: Ruling; entry: LedgerEntry | null } | null;
}

export type Ruling = 'accepted' | 'partly' | 'refused';

/** The appeals of a month in order. */
export function appealsOf(events: LogEvent[], month: string): Appeal[] {
	const appeals = new Map<number, Appeal>();
	for (const event of events) {
		if (event.kind === 'appeal') {
			const data = event.data as Omit<Appeal, 'seq' | 'event' | 'ruling'>;
			if (data.month === month) appeals.set(event.seq, { ...data, seq: event.seq, event, ruling: null });
		}
		if (event.kind === 'ruling') {
			const { of, result, entry } = event.data as { of: number; result: Ruling; entry?: LedgerEntry };
			const appeal = appeals.get(of);
			if (appeal && !appeal.ruling) appeal.ruling = { event, result, entry: entry ?? null };
		}
	}
	return [...appeals.values()];
}
