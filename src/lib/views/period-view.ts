import type { YearRow } from '../sql/rows';
import type { Results } from '../sql/rows';
import type { UnitKind } from './filters';
import { monthsOf, periodKind } from '../calendar/period';
import { unitNames } from '../compute/names';
import { byUnit, rowsOf, unitRows } from '../compute/rows-of';

/** A unit's standing in a period; null where it wasn't ranked. */
export type RankOf = { total: string; rank: number; tied: boolean } | null;

/** One unit over a quarter or a year. */
export interface UnitPeriod {
	unit: string;
	name: string;
	/** Whether it was there in each month: a branch that opened in May is none before. */
	there: boolean[];
	/** Months in which it was there and not ranked; told of years. */
	missing: string[];
	/** Total and rank of each month, null where it wasn't ranked. */
	months: RankOf[];
	/** The mean of the period, null where the unit isn't ranked in it. */
	total: string | null;
	rank: number | null;
	tied: boolean;
	prizes: number | null;
	/** The sum of the year's totals, where the year is read so. */
	sum: string | null;
	/** Total and rank of each quarter of a year, null where it wasn't ranked. */
	quarters: RankOf[];
}

/** A quarter or year: its months that have data, and its units in the order of the ranks. */
export interface PeriodView {
	period: string;
	months: string[];
	/** The quarters of a year that have ranks. */
	quarters: string[];
	units: UnitPeriod[];
}

/** A row of a quarter's or a year's ranks. */
type Everyone = Pick<
	YearRow,
	'period' | 'unit_kind' | 'unit' | 'scorecard' | 'missing' | 'sum' | 'prizes' | 'rank'
> & {
	total: string;
	tied?: boolean;
};

/** Everything that the screens show of a quarter or a year. */
export function periodView(
	results: Results,
	period: string,
	kind: UnitKind,
	scorecard: string | null = null
): PeriodView {
	const months = monthsOf(period).filter((m) => results.rules.some((r) => r.month === m));
	const names = unitNames(results);
	const year = periodKind(period) === 'year';
	/** Ranks of a quarter, and of a year with what else is told of it. */
	const everyone: Everyone[] = year
		? results.years.map((y) => ({ ...y, total: y.mean }))
		: results.rankings.map((r) => ({ ...r, missing: null, sum: null, prizes: 0 }));
	const cardOf = new Map(
		months.flatMap((month) => rowsOf(results.totals, month, kind)).map((t) => [t.unit, t.scorecard])
	);
	const cards = [...new Set(cardOf.values())];
	const card = scorecard !== null && cards.includes(scorecard) ? scorecard : cards[0];
	const ranked = new Map(
		rowsOf(everyone, period, kind)
			.filter((r) => r.scorecard === card)
			.map((r) => [r.unit, r])
	);
	const alike = new Map<unknown, number>();
	for (const row of ranked.values()) alike.set(row.rank, (alike.get(row.rank) ?? 0) + 1);
	const isThere = (unit: string, month: string): boolean =>
		unitRows(results.units, month, kind, unit).length > 0;
	const codes = new Set(months.flatMap((month) => [...byUnit(results.units, month, kind).keys()]));
	const standing = (unit: string, at: string): RankOf => {
		const [found] = unitRows(results.rankings, at, kind, unit);
		return found ? { total: found.total, rank: found.rank, tied: found.tied } : null;
	};
	const quarters = year
		? [1, 2, 3, 4]
				.map((n) => `${period}Q${String(n)}`)
				.filter((q) => byUnit(results.rankings, q, kind).size > 0)
		: [];
	const units = [...codes]
		.filter((unit) => cardOf.get(unit) === card)
		.map((unit): UnitPeriod => {
			const row = ranked.get(unit);
			const there = months.map((m) => isThere(unit, m));
			return {
				unit,
				name: names.get(`${kind}/${unit}`) ?? unit,
				there,
				missing: !year
					? []
					: row
						? (row.missing ?? '').split(';').filter(Boolean)
						: months.filter((_, i) => there[i]),
				months: months.map((month) => standing(unit, month)),
				quarters: quarters.map((quarter) => standing(unit, quarter)),
				sum: row?.sum ?? null,
				total: row?.total ?? null,
				rank: row?.rank ?? null,
				tied: year ? row !== undefined && alike.get(row.rank)! > 1 : row?.tied === true,
				prizes: year && row ? row.prizes : null
			};
		});
	units.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1));
	return { period, months, quarters, units };
}
