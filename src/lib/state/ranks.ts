import type { LineCell, MonthView } from './month-view';
import type { PeriodView, UnitPeriod } from './period-view';

/** One ranked unit, and how far it stands behind the one before. */
export interface Rank {
	unit: string;
	name: string;
	rank: number;
	tied: boolean;
	total: string;
	/** Points behind the unit above; null for the first. */
	gap: number | null;
	before: number | null | undefined;
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

/** The ranked among units that come in the order of their ranks, with what each screen adds to them. */
function ranksOf<U extends Ranked>(
	units: U[],
	more: (unit: U) => Pick<Rank, 'before' | 'lines' | 'months'>
): Rank[] {
	let above: number | null = null;
	return units.flatMap((u): Rank[] => {
		const { unit, name, rank, tied, total } = u;
		if (rank === null || total === null) return [];
		const gap = above === null ? null : above - Number(total);
		above = Number(total);
		return [{ unit, name, rank, tied, total, gap, ...more(u) }];
	});
}

/** The ranked units of a month, first to last. */
export const monthRanks = (view: MonthView): Rank[] =>
	ranksOf(view.units, (u) => ({ before: u.previousRank, lines: u.lines, months: [] }));

/** The ranked units of a quarter or a year. */
export const periodRanks = (view: PeriodView): Rank[] =>
	ranksOf(view.units, (u) => ({ before: undefined, lines: [], months: u.months }));
