import { difference } from '../language/decimal';
import { total as shownTotal } from '../language/numbers';
import type { LineCell, MonthView } from './month-view';
import type { PeriodView, UnitPeriod } from './period-view';

/** One ranked unit, and how far it stands behind the one before. */
export interface Rank {
	unit: string;
	name: string;
	rank: number;
	tied: boolean;
	total: string;
	/** The total as it is shown: two decimals, or six where a neighbour of another rank would look the same. */
	shown: string;
	/** Points behind the unit above; null for the first. */
	gap: string | null;
	before: number | null | undefined;
	/** How many were ranked then. */
	beforeOf: number | null;
	lines: LineCell[];
	months: UnitPeriod['months'];
}

interface Ranked {
	unit: string;
	name: string;
	rank: number | null;
	tied: boolean;
	total: string | null;
}

/** The total of one of a list in the order of its ranks, as it is shown: two decimals, or all where a neighbour of another rank would look the same. */
export function shownIn(ranked: { rank: number | null; total: string | null }[], at: number): string {
	const { rank, total } = ranked[at]!;
	const isAlike = (other: { rank: number | null; total: string | null } | undefined): boolean =>
		other !== undefined &&
		other.total !== null &&
		other.rank !== null &&
		other.rank !== rank &&
		shownTotal(other.total) === shownTotal(total!);
	return isAlike(ranked[at - 1]) || isAlike(ranked[at + 1]) ? total! : shownTotal(total!);
}

/** The totals of units in the order of their ranks, by unit, as they are shown; `none` where there is no total. */
export const totalsShown = (
	units: { unit: string; rank: number | null; total: string | null }[],
	none: string
): Map<string, string> =>
	new Map(
		units.map((u, i) => [
			u.unit,
			u.total === null ? none : u.rank === null ? shownTotal(u.total) : shownIn(units, i)
		])
	);

/** The ranked among units that come in the order of their ranks, with what each screen adds to them. */
function ranksOf<U extends Ranked>(
	units: U[],
	more: (unit: U) => Pick<Rank, 'before' | 'beforeOf' | 'lines' | 'months'>
): Rank[] {
	const ranked = units.filter((u) => u.rank !== null && u.total !== null);
	return ranked.map((u, i): Rank => {
		const { unit, name, tied } = u;
		const [rank, total] = [u.rank!, u.total!];
		const above = ranked[i - 1];
		const gap = above ? difference(above.total!, total) : null;
		return { unit, name, rank, tied, total, shown: shownIn(ranked, i), gap, ...more(u) };
	});
}

/** The ranked units of a month, first to last. */
export const monthRanks = (view: MonthView): Rank[] =>
	ranksOf(view.units, (u) => ({
		before: u.previousRank,
		beforeOf: u.previousRanked,
		lines: u.lines,
		months: []
	}));

/** The ranked units of a quarter or a year. */
export const periodRanks = (view: PeriodView): Rank[] =>
	ranksOf(view.units, (u) => ({ before: undefined, beforeOf: null, lines: [], months: u.months }));
