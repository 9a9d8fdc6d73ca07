import type { TrialOutcome } from '../compute/trial';
import { changedReadings } from '../policy/diff';
import type { Policy } from '../policy/schema';
import { paidKind, policyInForce } from '../policy/in-force';
import type { UnitKind } from './filters';
import { shifted as thousandfold } from '../language/decimal';
import { monthsOf, shifted } from '../calendar/period';
import type { Results } from '../sql/rows';

/** What a trial changes for one unit in the period on the screen; null where it isn't ranked. */
export interface Effect {
	unit: string;
	name: string;
	total: [before: string | null, after: string | null];
	rank: [before: number | null, after: number | null];
	/** Yuan. */
	pay: [before: number, after: number];
}

/** A trial against what stands: units by the size of the effect, and how much changes in all. */
export interface Effects {
	units: Effect[];
	scores: number;
	ranks: number;
	/** Yuan more (or less) to pay. */
	pay: number;
}

const YUAN = 1000;

/** True for the ranking of a period on the screen: its own, or that of the rolling span that ends with it. */
const isRanked = (other: string, period: string): boolean =>
	other === period || other.endsWith(`~${monthsOf(period).at(-1)!}`);

/** True for prizes paid in a period: its own, or those of any rolling span that ends in it. */
export const isPaid = (other: string, period: string): boolean =>
	other === period || (other.includes('~') && monthsOf(period).includes(other.split('~')[1]!));

/** The months that a trial of a period must score: rolling spans reach two months back. */
export function monthsToScore(period: string, policy: Policy): string[] {
	const months = monthsOf(period);
	if (policy.readings['quarter_reading']?.choice !== 'rolling') return months;
	const before = shifted(months[0]!, -1);
	return [shifted(before, -1), before, ...months];
}

/** The versions by which each side is scored: what each pays hangs on them. */
export type Sides = [before: Policy[], after: Policy[]];

/** The kind of unit that is paid in a period: by the version of its last month. */
const paidIn = (period: string, policies: Policy[]): UnitKind =>
	paidKind(policyInForce(period.split('~')[1] ?? monthsOf(period).at(-1)!, policies));

/** What each unit of a kind has in a period, and what is paid in it in all. */
export interface Side {
	units: Map<string, { total: string | null; rank: number | null; pay: number }>;
	/** Yuan. */
	sum: number;
}

/** What ranks and prizes give the units of a period by these versions; amounts are in this part of a yuan. */
export function sideOf(
	{ rankings, prizes }: Pick<TrialOutcome, 'rankings' | 'prizes'>,
	period: string,
	kind: UnitKind,
	policies: Policy[],
	parts = YUAN
): Side {
	const side: Side = { units: new Map(), sum: 0 };
	const at = (unit: string): { total: string | null; rank: number | null; pay: number } => {
		const found = side.units.get(unit) ?? { total: null, rank: null, pay: 0 };
		side.units.set(unit, found);
		return found;
	};
	for (const row of rankings)
		if (row.unit_kind === kind && isRanked(row.period, period))
			Object.assign(at(row.unit), { total: row.total, rank: row.rank });
	for (const row of prizes) {
		if (!isPaid(row.period, period) || row.unit_kind !== paidIn(row.period, policies)) continue;
		side.sum += Number(row.amount) / parts;
		if (row.unit_kind === kind) at(row.unit).pay += Number(row.amount) / parts;
	}
	return side;
}

/** What units of a kind get in a period, in yuan; of a kind that isn't paid it is what they would get. */
export function prizesOf(
	{ prizes }: Pick<TrialOutcome, 'prizes'>,
	period: string,
	kind: UnitKind
): Map<string, number> {
	const given = new Map<string, number>();
	for (const row of prizes)
		if (isPaid(row.period, period) && row.unit_kind === kind)
			given.set(row.unit, (given.get(row.unit) ?? 0) + Number(row.amount) / YUAN);
	return given;
}

/** The same of the results that stand. */
export const standingSide = (
	{ rankings, awards }: Results,
	period: string,
	kind: UnitKind,
	policies: Policy[]
): Side => sideOf({ rankings, prizes: awards }, period, kind, policies, 1);

const NOTHING = { total: null, rank: null, pay: 0 };

/** Holds one side against another; units are called as told, by `kind/code`. */
export function effectsOf(before: Side, after: Side, kind: UnitKind, names: Map<string, string>): Effects {
	const units = [...new Set([...before.units.keys(), ...after.units.keys()])]
		.map((unit): Effect => {
			const [was, is] = [before.units.get(unit) ?? NOTHING, after.units.get(unit) ?? NOTHING];
			return {
				unit,
				name: names.get(`${kind}/${unit}`) ?? unit,
				total: [was.total, is.total],
				rank: [was.rank, is.rank],
				pay: [was.pay, is.pay]
			};
		})
		.map((effect) => ({ effect, size: size(effect) }))
		.sort((a, b) => b.size - a.size || (a.effect.unit < b.effect.unit ? -1 : 1))
		.map(({ effect }) => effect);
	return {
		units,
		scores: units.filter((u) => u.total[0] !== u.total[1]).length,
		ranks: units.filter((u) => u.rank[0] !== u.rank[1]).length,
		pay: cents(after.sum - before.sum)
	};
}

const thousandths = (yuan: string): string => thousandfold(yuan, 3);

/** The results that stand, as a trial of all months would give them. */
export const standing = ({ rankings, awards }: Results): TrialOutcome => ({
	lines: [],
	totals: [],
	rankings,
	prizes: awards.map((row) => ({ ...row, amount: thousandths(row.amount) }))
});

/** How much a trial of all loaded months changes in them: month totals, ranks of months and quarters, yuan to pay. */
export function changesOf(
	base: TrialOutcome,
	outcome: TrialOutcome,
	kind: UnitKind,
	by: Sides
): Omit<Effects, 'units'> {
	const sides = [base, outcome].map(({ rankings, prizes }, side) => ({
		ranked: new Map(
			rankings
				.filter((row) => row.unit_kind === kind)
				.map((row) => [`${row.period}/${row.scorecard}/${row.unit}`, row])
		),
		pay: prizes
			.filter((row) => row.unit_kind === paidIn(row.period, by[side]!))
			.reduce((sum, row) => sum + Number(row.amount) / YUAN, 0)
	}));
	const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
	const cells = [...new Set([...before.ranked.keys(), ...after.ranked.keys()])];
	const differ = (column: 'total' | 'rank') => (cell: string) =>
		before.ranked.get(cell)?.[column] !== after.ranked.get(cell)?.[column];
	const monthly = cells.filter((cell) => /^\d{4}-\d{2}\//.test(cell));
	return {
		scores: monthly.filter(differ('total')).length,
		ranks: cells.filter(differ('rank')).length,
		pay: cents(after.pay - before.pay)
	};
}

/** Yuan without what binary fractions leave behind the fen. */
const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

const gap = ([before, after]: [number | null, number | null], absent: number): number =>
	Math.abs((after ?? absent) - (before ?? absent));

const num = (text: string | null): number | null => (text === null ? null : Number(text));

/** Pay first, then ranks, then points. */
const size = (e: Effect): number =>
	gap(e.pay, 0) * 1e6 + gap(e.rank, 1e3) * 1e3 + gap([num(e.total[0]), num(e.total[1])], 0);

/** Every version with the rules of one: as if it held for all months. */
export const everywhere = (policies: Policy[], rules: Policy): Policy[] =>
	policies.map(({ policy, in_force_from }) => ({ ...rules, policy, in_force_from }));

/** The readings that differ between one version and any of several. */
export const readingsApart = (policies: Policy[], rules: Policy): string[] => [
	...new Set(policies.flatMap((p) => changedReadings(p, rules)))
];
