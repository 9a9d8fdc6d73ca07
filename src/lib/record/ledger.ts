import { BUILT_IN } from '../intake/vocabulary';
import type { Actor } from './actor';
import type { EventOf, LogEvent } from './event';
import type { Correction, LedgerEntry } from './kinds/ledger';
import { checksOf } from './checks';
import { reportedOf } from './figures';
import { ratingsOf } from './ratings';

export type { LedgerEntry };

/** An entry of the ledger with what became of it. */
export interface Posted {
	seq: number;
	at: string;
	by: Actor;
	entry: LedgerEntry;
	/** True where it needs a second name. */
	needsSecond: boolean;
	second: EventOf<'ledger_confirmed'> | null;
	reversal: EventOf<'ledger_reversed'> | null;
	/** What a second name must confirm before it holds: the entry, or its reversal. */
	waits: 'entry' | 'reversal' | null;
	/** True where it counts: confirmed where that is needed, and not reversed for good. */
	counts: boolean;
	/** The appeal that it came of. */
	appeal: number | null;
}

/** An entry as it is posted, by hand or by a ruling on an appeal. */
const fresh = ({ seq, at, by }: LogEvent, entry: LedgerEntry, needsSecond: boolean, appeal: number | null) =>
	({
		seq,
		at,
		by,
		entry,
		needsSecond,
		second: null,
		reversal: null,
		waits: needsSecond ? 'entry' : null,
		counts: !needsSecond,
		appeal
	}) satisfies Posted;

/** The whole ledger in order: entries made by hand and by rulings on appeals, their confirmations and reversals. */
export function ledgerOf(events: LogEvent[]): Posted[] {
	const posted = new Map<number, Posted>();
	for (const event of events)
		if (event.kind === 'ledger')
			posted.set(event.seq, fresh(event, event.data.entry, event.data.needsSecond ?? false, null));
		else if (event.kind === 'ruling') {
			const { of, entry } = event.data;
			const isRuled = [...posted.values()].some((p) => p.appeal === of);
			if (entry && !isRuled) posted.set(event.seq, fresh(event, entry, false, of));
		} else follow(posted, event);
	return [...posted.values()];
}

/** What becomes of an entry that a later one confirms, keeps or takes back. */
function follow(posted: Map<number, Posted>, event: LogEvent): void {
	if (event.kind !== 'ledger_confirmed' && event.kind !== 'ledger_kept' && event.kind !== 'ledger_reversed')
		return;
	const target = posted.get(event.data.of);
	if (!target) return;
	if (event.kind === 'ledger_confirmed' && confirmBarred(target, event.by) === null) {
		if (target.waits === 'entry') target.second = event;
		target.counts = target.waits === 'entry';
		target.waits = null;
	}
	if (event.kind === 'ledger_kept' && target.waits === 'reversal') {
		target.reversal = null;
		target.waits = null;
	}
	if (event.kind === 'ledger_reversed' && !target.reversal) {
		const needsSecond = event.data.needsSecond ?? false;
		target.reversal = event;
		target.waits = needsSecond ? 'reversal' : null;
		target.counts &&= needsSecond;
	}
}

/** Why an entry or its reversal can't be confirmed by someone, or null where it can: a second name, never the first. */
export function confirmBarred(posted: Posted, by: Actor | null): 'done' | 'unsigned' | 'same' | null {
	if (!posted.waits) return 'done';
	if (!by?.name) return 'unsigned';
	const first = posted.waits === 'reversal' ? posted.reversal!.by : posted.by;
	return by.name === first.name ? 'same' : null;
}

/** Whether taking an entry back needs a second name: two names stood for it. */
export const reversalNeedsSecond = (posted: Posted): boolean =>
	posted.counts && (posted.second !== null || posted.appeal !== null);

/** The entries that count, as the exports that they stand beside: a CSV text a data set, a row an entry. */
export function enteredTables(events: LogEvent[]): { path: string; text: string }[] {
	const counting = ledgerOf(events).filter((p) => p.counts);
	const merits = counting.flatMap(({ seq, entry }) =>
		entry.type === 'merit'
			? [[`登记#${String(seq)}`, entry.date, entry.branch, entry.person ?? '', entry.merit, entry.evidence]]
			: []
	);
	const audits = counting.flatMap(({ seq, entry }) =>
		entry.type === 'audit'
			? [[`登记#${String(seq)}`, entry.date, entry.branch, entry.person ?? '', entry.points, entry.evidence]]
			: []
	);
	const ratings = ratingsOf(events).map((r) => [
		r.month,
		r.branch,
		r.person ?? '',
		r.role,
		r.rater,
		r.score ?? ''
	]);
	const checks = checksOf(events)
		.filter((c) => c.counts)
		.map((c) => [
			`抽查台#${String(c.seq)}`,
			c.branch,
			c.person ?? '',
			c.moment,
			wordOf('check_subject', c.subject),
			c.ref,
			c.passed,
			c.note
		]);
	const figures = reportedOf(events).map((f) => [
		f.month,
		f.branch,
		wordOf('figure', f.figure),
		f.value ?? '',
		f.note
	]);
	return [
		table(
			'抽查台.csv',
			['check', 'branch', 'person', 'checked_at', 'subject', 'ref', 'passed', 'note'],
			checks
		),
		table('评分录入.csv', ['month', 'branch', 'person', 'role', 'rater', 'score(100分制)'], ratings),
		table('上报数录入.csv', ['month', 'branch', 'figure', 'value', 'note'], figures),
		table('奖惩登记.csv', ['merit', 'date', 'branch', 'person', 'type', 'evidence'], merits),
		table('审计登记.csv', ['audit', 'date', 'branch', 'person', 'points', 'reason'], audits)
	].filter(({ text }) => text !== '');
}

/** A meaning as an export would write it. */
const wordOf = (list: string, value: string): string => BUILT_IN[list]?.[value]?.[0] ?? value;

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const table = (path: string, header: string[], rows: string[][]): { path: string; text: string } => ({
	path,
	text: rows.length === 0 ? '' : [header, ...rows].map((row) => row.map(cell).join(',')).join('\n') + '\n'
});

/** A correction as it was posted. */
export type PostedCorrection = Posted & { entry: Correction };

const isCorrection = (posted: Posted): posted is PostedCorrection => posted.entry.type === 'correction';

/** The corrections that count. */
export const corrections = (events: LogEvent[]): PostedCorrection[] =>
	ledgerOf(events)
		.filter((p) => p.counts)
		.filter(isCorrection);

/** The corrections that count in a unit's line of a month, in order. */
export const correctionsOf = (
	events: LogEvent[],
	month: string,
	unitKind: string,
	unit: string,
	line: string
): PostedCorrection[] =>
	corrections(events).filter(
		({ entry }) =>
			entry.month === month && entry.unitKind === unitKind && entry.unit === unit && entry.line === line
	);
