import { BUILT_IN } from '../intake/vocabulary';
import type { Attachment } from './attachments';
import type { Actor, LogEvent } from './event';
import { checksOf } from './checks';
import { reportedOf } from './figures';
import { ratingsOf } from './ratings';

/** What is entered by hand: a merit or criticism by its type in the policy, an audit with its points, or a correction of what a line counts. */
export type LedgerEntry = {
	month: string;
	branch: string;
	person: string | null;
	evidence: string;
	attachment?: Attachment;
} & (
	| { type: 'merit'; date: string; merit: string; points: string }
	| { type: 'audit'; date: string; points: string }
	| {
			type: 'correction';
			measure: string;
			line: string;
			unitKind: string;
			unit: string;
			/** So many more (or fewer) in what is counted. */
			numerator: number;
			denominator: number;
			/** What the rows gave when it was made. */
			source: string;
	  }
);

/** An entry of the ledger with what became of it. */
export interface Posted {
	seq: number;
	at: string;
	by: Actor;
	entry: LedgerEntry;
	/** True where it needs a second name. */
	needsSecond: boolean;
	second: LogEvent | null;
	reversal: LogEvent | null;
	/** What a second name must confirm before it holds: the entry, or its reversal. */
	waits: 'entry' | 'reversal' | null;
	/** True where it counts: confirmed where that is needed, and not reversed for good. */
	counts: boolean;
	/** The appeal that it came of. */
	appeal: number | null;
}

interface Of {
	of: number;
}

/** The whole ledger in order: entries made by hand and by rulings on appeals, their confirmations and reversals. */
export function ledgerOf(events: LogEvent[]): Posted[] {
	const posted = new Map<number, Posted>();
	for (const event of events) {
		const {
			entry,
			needsSecond = false,
			of
		} = event.data as { entry?: LedgerEntry; needsSecond?: boolean; of?: number };
		const ruled = event.kind === 'ruling' && [...posted.values()].some((p) => p.appeal === of);
		if ((event.kind === 'ledger' || event.kind === 'ruling') && entry && !ruled)
			posted.set(event.seq, {
				seq: event.seq,
				at: event.at,
				by: event.by,
				entry,
				needsSecond,
				second: null,
				reversal: null,
				waits: needsSecond ? 'entry' : null,
				counts: !needsSecond,
				appeal: event.kind === 'ruling' ? (of ?? null) : null
			});
		const target = posted.get((event.data as Of).of);
		if (!target) continue;
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
			target.reversal = event;
			target.waits = needsSecond ? 'reversal' : null;
			target.counts &&= needsSecond;
		}
	}
	return [...posted.values()];
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
			? [[`台账#${String(seq)}`, entry.date, entry.branch, entry.person ?? '', entry.merit, entry.evidence]]
			: []
	);
	const audits = counting.flatMap(({ seq, entry }) =>
		entry.type === 'audit'
			? [[`台账#${String(seq)}`, entry.date, entry.branch, entry.person ?? '', entry.points, entry.evidence]]
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
			`台账#${String(c.seq)}`,
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
			'台账-抽查.csv',
			['check', 'branch', 'person', 'checked_at', 'subject', 'ref', 'passed', 'note'],
			checks
		),
		table('台账-评分.csv', ['month', 'branch', 'person', 'role', 'rater', 'score(100分制)'], ratings),
		table('台账-上报数.csv', ['month', 'branch', 'figure', 'value', 'note'], figures),
		table('台账-奖惩.csv', ['merit', 'date', 'branch', 'person', 'type', 'evidence'], merits),
		table('台账-审计.csv', ['audit', 'date', 'branch', 'person', 'points', 'reason'], audits)
	].filter(({ text }) => text !== '');
}

/** A meaning as an export would write it. */
const wordOf = (list: string, value: string): string => BUILT_IN[list]?.[value]?.[0] ?? value;

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const table = (path: string, header: string[], rows: string[][]): { path: string; text: string } => ({
	path,
	text: rows.length === 0 ? '' : [header, ...rows].map((row) => row.map(cell).join(',')).join('\n') + '\n'
});

/** The corrections that count. */
export const corrections = (
	events: LogEvent[]
): (Posted & { entry: Extract<LedgerEntry, { type: 'correction' }> })[] =>
	ledgerOf(events).filter(
		(p): p is Posted & { entry: Extract<LedgerEntry, { type: 'correction' }> } =>
			p.counts && p.entry.type === 'correction'
	);

/** A correction as it was posted. */
type PostedCorrection = Posted & { entry: Extract<LedgerEntry, { type: 'correction' }> };

/** The corrections that count in a unit's line of a month, in order. */
export const correctionsOf = (
	events: LogEvent[],
	month: string,
	unitKind: string,
	unit: string,
	line: string
): PostedCorrection[] =>
	ledgerOf(events).filter((p): p is PostedCorrection => {
		const { entry, counts } = p;
		if (!counts || entry.type !== 'correction' || entry.month !== month) return false;
		return entry.unitKind === unitKind && entry.unit === unit && entry.line === line;
	});
