import type { Results } from './results';
import type { UnitKind } from './filters';
import { monthsOf, periodKind } from './period';
import { unitNames } from './month-view';

/** A unit's standing in a period; null where it wasn't ranked. */
export type Standing = { total: string; rank: number; tied: boolean } | null;

/** One unit over a quarter or a year. */
export interface UnitPeriod {
	unit: string;
	name: string;
	/** Whether it was there in each month: a branch that opened in May is none before. */
	there: boolean[];
	/** Months in which it was there and not ranked; told of years. */
	missing: string[];
	/** Total and rank of each month, null where it wasn't ranked. */
	months: Standing[];
	/** The mean of the period, null where the unit isn't ranked in it. */
	total: string | null;
	rank: number | null;
	tied: boolean;
	prizes: number | null;
	/** The sum of the year's totals, where the year is read so. */
	sum: string | null;
	/** Total and rank of each quarter of a year, null where it wasn't ranked. */
	quarters: Standing[];
}

/** A quarter or year: its months that have data, and its units in the order of the ranks. */
export interface PeriodView {
	period: string;
	months: string[];
	/** The quarters of a year that have ranks. */
	quarters: string[];
	units: UnitPeriod[];
}

/** Everything that the screens show of a quarter or a year. */
export function periodView(
	results: Results,
	period: string,
	kind: UnitKind,
	scorecard: string | null = null
): PeriodView {
	const months = monthsOf(period).filter((m) => results.rules.some((r) => r['month'] === m));
	const names = unitNames(results);
	const year = periodKind(period) === 'year';
	const everyone = (year ? results.years : results.rankings).filter(
		(r) => r['period'] === period && r['unit_kind'] === kind
	);
	const cardOf = new Map(
		results.totals
			.filter((t) => t['unit_kind'] === kind && months.includes(String(t['month'])))
			.map((t) => [String(t['unit']), String(t['scorecard'])])
	);
	const cards = [...new Set(cardOf.values())];
	const card = scorecard !== null && cards.includes(scorecard) ? scorecard : cards[0];
	const ranked = everyone.filter((r) => r['scorecard'] === card);
	const present = new Set(
		results.units
			.filter((u) => u['unit_kind'] === kind)
			.map((u) => `${String(u['month'])}/${String(u['unit'])}`)
	);
	const codes = new Set(
		results.units
			.filter((u) => u['unit_kind'] === kind && months.includes(String(u['month'])))
			.map((u) => String(u['unit']))
	);
	const standing = (unit: string, at: string): Standing => {
		const found = results.rankings.find(
			(r) => r['period'] === at && r['unit_kind'] === kind && r['unit'] === unit
		);
		return found
			? { total: String(found['total']), rank: Number(found['rank']), tied: found['tied'] === true }
			: null;
	};
	const quarters = year
		? [1, 2, 3, 4]
				.map((n) => `${period}Q${String(n)}`)
				.filter((q) => results.rankings.some((r) => r['period'] === q && r['unit_kind'] === kind))
		: [];
	const units = [...codes]
		.filter((unit) => cardOf.get(unit) === card)
		.map((unit): UnitPeriod => {
			const row = ranked.find((r) => r['unit'] === unit);
			const there = months.map((m) => present.has(`${m}/${unit}`));
			return {
				unit,
				name: names.get(`${kind}/${unit}`) ?? unit,
				there,
				missing: !year
					? []
					: row
						? String(row['missing'] ?? '')
								.split(';')
								.filter(Boolean)
						: months.filter((_, i) => there[i]),
				months: months.map((month) => standing(unit, month)),
				quarters: quarters.map((quarter) => standing(unit, quarter)),
				sum: row?.['sum'] ? String(row['sum']) : null,
				total: row ? String(row[year ? 'mean' : 'total']) : null,
				rank: row ? Number(row['rank']) : null,
				tied: year ? ranked.filter((r) => r['rank'] === row?.['rank']).length > 1 : row?.['tied'] === true,
				prizes: year && row ? Number(row['prizes']) : null
			};
		});
	units.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1));
	return { period, months, quarters, units };
}
