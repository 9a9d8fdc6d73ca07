import { monthsOf, periodKind, periodOf, type PeriodKind } from '../calendar/period';
import type { Results } from '../sql/rows';
import { monthsWithData } from './filters';

/** The months (YYYY-MM) of a period that has begun which have no data yet; none where the period has no month at all. */
export function missingMonths(results: Results, period: string): string[] {
	const there = new Set(monthsWithData(results));
	const months = monthsOf(period);
	return months.some((month) => there.has(month)) ? months.filter((month) => !there.has(month)) : [];
}

/** The latest period of a kind in which some unit like these is ranked; the last month's where none is. */
export function latestRanked(results: Results, kind: PeriodKind, unitKind: string): string {
	const ranked = results.rankings.filter((r) => periodKind(r.period) === kind && r.unit_kind === unitKind);
	return (
		ranked.map((r) => r.period).reduce((a, b) => (a > b ? a : b), '') ||
		periodOf(monthsWithData(results).at(-1) ?? '2000-01', kind)
	);
}
