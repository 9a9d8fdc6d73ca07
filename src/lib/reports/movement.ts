import { rounded, shifted } from '../language/decimal';
import type { Row } from '../engine/engine';
import { literal } from '../sql/literal';

/** One cause of a change of the total, in millionths of a point; `line` where it is of a line or rater. */
export interface Cause {
	kind: 'policy' | 'card' | 'volume' | 'rate' | 'rater' | 'merits' | 'criticism' | 'audit' | 'gap' | 'rest';
	line: string | null;
	amount: number;
	/** The tiers that the line's part went from and to; null where a line has none. */
	tiers?: [before: number | null, now: number | null];
}

/** The numbers of a unit in a month that a movement is told from. */
export interface Totals {
	total: string;
	merits: string;
	criticism: string;
	audit: string;
}

const millionths = (text: string): number => Number(rounded(shifted(text, 6), 0));

/** Why a total moved from one month to the next, in parts that add up exactly: a change of the rules, each line's volume and rate, the raters, the ledger, what came or went, and what floors and rescaling leave; what rounding leaves goes to the largest part. */
export function causesOf(
	before: Totals,
	now: Totals,
	moves: Row[],
	raters: Row[],
	/** The total that this month would have by the rules of the month before; null where they are the same. */
	byOldRules: string | null,
	/** True where a rater or line is there in one of the months alone, so that the weights of all others shift. */
	gap: boolean,
	/** True where the months are scored by different cards. */
	otherCard = false
): Cause[] {
	const causes: Cause[] = [];
	const add = (kind: Cause['kind'], line: string | null, amount: number, tiers?: Cause['tiers']): void => {
		if (amount !== 0) causes.push({ kind, line, amount, ...(tiers && { tiers }) });
	};
	const tier = (value: unknown): number | null => (value == null ? null : Number(value));
	if (byOldRules !== null) add('policy', null, millionths(now.total) - millionths(byOldRules));
	for (const move of moves) {
		// a quota met as before moves nothing, however it grew
		if (Number(move['volume']) + Number(move['rate']) === 0) continue;
		const [before, halfway, now] = ['before_tier', 'halfway_tier', 'tier'].map((c) => tier(move[c])) as [
			number | null,
			number | null,
			number | null
		];
		add('volume', String(move['line']), Number(move['volume']), [before, halfway]);
		add('rate', String(move['line']), Number(move['rate']), [halfway ?? before, now]);
	}
	for (const { rater, part } of raters) add('rater', String(rater), Number(part));
	add('merits', null, millionths(now.merits) - millionths(before.merits));
	add('criticism', null, millionths(before.criticism) - millionths(now.criticism));
	add('audit', null, millionths(before.audit) - millionths(now.audit));
	const told = causes.reduce((sum, cause) => sum + cause.amount, 0);
	const rest = millionths(now.total) - millionths(before.total) - told;
	const bySize = (a: Cause, b: Cause): number => Math.abs(b.amount) - Math.abs(a.amount);
	const [largest] = causes.sort(bySize);
	// each part and both totals are rounded once
	if (largest && Math.abs(rest) <= (causes.length + 2) / 2) largest.amount += rest;
	else add(otherCard ? 'card' : gap ? 'gap' : 'rest', null, rest);
	return causes.sort(bySize);
}

/** The queries that a movement is told from: the lines' moves, the raters' parts, and the total. */
export function movementQueries(month: string, kind: string, unit: string): string[] {
	const whose = `unit_kind = ${literal(kind)} and unit = ${literal(unit)}`;
	return [
		`select line, before_numerator, before_denominator, before_tier, halfway_tier, tier, volume, rate from reports.move where month = ${literal(month)} and ${whose}`,
		`select rater, part from reports.rater_move where month = ${literal(month)} and ${whose} order by rater`,
		`select macro.decimal_text(total) as total, macro.decimal_text(merits) as merits, macro.decimal_text(criticism) as criticism, macro.decimal_text(audit) as audit from scores.total where month = ${literal(month)} and ${whose} and status = 'ok'`
	];
}
