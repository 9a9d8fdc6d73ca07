import type { LineCell, MonthView } from '$lib/state/month-view';
import type { PeriodView, UnitPeriod } from '$lib/state/period-view';

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

type Unspaced = Omit<Rank, 'gap'>;

const spaced = (ranks: Unspaced[]): Rank[] =>
	ranks.map((rank, i) => ({
		...rank,
		gap: i === 0 ? null : Number(ranks[i - 1]!.total) - Number(rank.total)
	}));

/** The ranked units of a month, first to last. */
export const monthRanks = (view: MonthView): Rank[] =>
	spaced(
		view.units.flatMap((u): Unspaced[] =>
			u.rank === null || u.total === null
				? []
				: [
						{
							unit: u.unit,
							name: u.name,
							rank: u.rank,
							tied: u.tied,
							total: u.total,
							before: u.previousRank,
							lines: u.lines,
							months: []
						}
					]
		)
	);

/** The ranked units of a quarter or a year. */
export const periodRanks = (view: PeriodView): Rank[] =>
	spaced(
		view.units.flatMap((u): Unspaced[] =>
			u.rank === null || u.total === null
				? []
				: [
						{
							unit: u.unit,
							name: u.name,
							rank: u.rank,
							tied: u.tied,
							total: u.total,
							before: undefined,
							lines: [],
							months: u.months
						}
					]
		)
	);
