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

/** How far two judges of the same records agree: Cohen's kappa over each record's first two opinions of different names; null where chance alone explains all. */
export function agreement(checks: Check[]): { pairs: number; agreed: number; kappa: number | null } {
	const opinions = new Map<string, Check[]>();
	for (const check of checks.filter((c) => !c.reversal)) {
		const known = opinions.get(about(check)) ?? [];
		if (known.every((k) => k.by.name !== check.by.name)) opinions.set(about(check), [...known, check]);
	}
	const pairs = [...opinions.values()].flatMap(([a, b]) => (a && b ? [[a.passed, b.passed] as const] : []));
	const n = pairs.length;
	const agreed = pairs.filter(([a, b]) => a === b).length;
	const passed = (side: 0 | 1): number => pairs.filter((pair) => pair[side] === 'yes').length / n;
	const chance = n === 0 ? 1 : passed(0) * passed(1) + (1 - passed(0)) * (1 - passed(1));
	return { pairs: n, agreed, kappa: chance === 1 ? null : (agreed / n - chance) / (1 - chance) };
}

/** Whether someone has judged a record on a subject already, and not taken it back. */
export const hasJudged = (
	checks: Check[],
	by: string,
	of: Pick<Judgement, 'dataset' | 'ref' | 'subject'>
): boolean => checks.some((c) => !c.reversal && c.by.name === by && about(c) === about(of));
