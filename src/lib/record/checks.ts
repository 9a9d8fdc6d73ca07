import type { Actor } from './actor';
import type { EventOf, LogEvent } from './event';
import type { Judgement } from './kinds/desk';

export type { Judgement };

/** A judgement with what became of it. */
export interface Check extends Judgement {
	seq: number;
	by: Actor;
	/** False for a second opinion, which tells how far judges agree and isn't counted again, and for one taken back. */
	counts: boolean;
	/** Who took it back, and why. */
	reversal: EventOf<'check_reversed'> | null;
}

/** What a judgement is about: a record and a subject. */
export const about = ({ dataset, ref, subject }: Pick<Judgement, 'dataset' | 'ref' | 'subject'>): string =>
	`${dataset}/${ref}/${subject}`;

/** The judgements of the desk in order; of each record and subject the first counts. */
export function checksOf(events: LogEvent[]): Check[] {
	const reversals = new Map<number, EventOf<'check_reversed'>>();
	for (const event of events)
		if (event.kind === 'check_reversed' && !reversals.has(event.data.of)) reversals.set(event.data.of, event);
	const judged = new Set<string>();
	return events.flatMap((event) => {
		if (event.kind !== 'check') return [];
		const given = event.data;
		const reversal = reversals.get(event.seq) ?? null;
		const counts = !reversal && !judged.has(about(given));
		if (!reversal) judged.add(about(given));
		return [{ ...given, seq: event.seq, by: event.by, counts, reversal }];
	});
}

/** Two opinions on one record and subject, of different names. */
export type Pair = readonly [first: Check, second: Check];

/** The first two opinions of different names on each record and subject. */
export function pairsOf(checks: Check[]): Pair[] {
	const opinions = new Map<string, Check[]>();
	for (const check of checks.filter((c) => !c.reversal)) {
		const known = opinions.get(about(check)) ?? [];
		if (known.every((k) => k.by.name !== check.by.name)) opinions.set(about(check), [...known, check]);
	}
	return [...opinions.values()].flatMap(([a, b]): Pair[] => (a && b ? [[a, b]] : []));
}

/** How far two judges of the same records agree: Cohen's kappa over pairs of opinions; null where chance alone explains all. */
export interface Agreement {
	pairs: number;
	agreed: number;
	kappa: number | null;
}

export function agreement(pairs: Pair[]): Agreement {
	const n = pairs.length;
	const agreed = pairs.filter(([a, b]) => a.passed === b.passed).length;
	const passed = (side: 0 | 1): number => pairs.filter((pair) => pair[side].passed === 'yes').length / n;
	const chance = n === 0 ? 1 : passed(0) * passed(1) + (1 - passed(0)) * (1 - passed(1));
	return { pairs: n, agreed, kappa: chance === 1 ? null : (agreed / n - chance) / (1 - chance) };
}

/** How far judges agree by subject, and each judge with the others. */
export function agreementBy(pairs: Pair[], by: 'subject' | 'judge'): [what: string, agreement: Agreement][] {
	const found = new Map<string, Pair[]>();
	for (const pair of pairs)
		for (const what of by === 'subject' ? [pair[0].subject] : pair.map((c) => c.by.name)) {
			// of a judge the own opinion stands first
			const own: Pair = by === 'judge' && pair[1].by.name === what ? [pair[1], pair[0]] : pair;
			found.set(what, [...(found.get(what) ?? []), own]);
		}
	return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, own]) => [what, agreement(own)]);
}

/** Whether someone has judged a record on a subject already, and not taken it back. */
export const hasJudged = (
	checks: Check[],
	by: string,
	of: Pick<Judgement, 'dataset' | 'ref' | 'subject'>
): boolean => checks.some((c) => !c.reversal && c.by.name === by && about(c) === about(of));
