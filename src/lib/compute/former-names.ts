import { monthsOfSpan } from '../calendar/period';
import type { RenamedRow, Results } from '../sql/rows';

/** What a branch was called in a month, of those that were renamed by another one. */
export const nameIn = (renamed: RenamedRow[], branch: string, month: string, by: string): string =>
	renamed.find((r) => r.heir === branch && r.month === month && r.last_month === by)?.unit ?? branch;

/** The last month that is scored, or the last of a year. */
export const lastMonth = ({ rules }: Pick<Results, 'rules'>, year = ''): string | undefined =>
	rules
		.map(({ month }) => month)
		.filter((month) => month.startsWith(year))
		.sort()
		.at(-1);

/** Results in which a branch has its latest name in every month and period, so that its years go on; those of other units as they are. */
export function underOneName(
	results: Results,
	kind: string,
	branch: string,
	units: Results['units'] = results.units
): Results {
	if (kind !== 'branch') return { ...results, units };
	const latest = lastMonth(results);
	const former = new Map(
		results.renamed.flatMap((r) => (r.heir === branch && r.last_month === latest ? [[r.month, r.unit]] : []))
	);
	if (former.size === 0) return { ...results, units };
	const lastOf = (period: string): string =>
		[...former.keys()]
			.filter((month) => monthsOfSpan(period).includes(month))
			.sort()
			.at(-1) ?? '';
	const renamed = <Row extends { unit_kind: string; unit: string }>(
		rows: Row[],
		monthOf: (row: Row) => string
	): Row[] =>
		rows.map((row) =>
			row.unit_kind === 'branch' && former.get(monthOf(row)) === row.unit ? { ...row, unit: branch } : row
		);
	return {
		...results,
		units: renamed(units, (u) => u.month),
		totals: renamed(results.totals, (u) => u.month),
		lines: renamed(results.lines, (u) => u.month),
		rankings: renamed(results.rankings, (r) => lastOf(r.period)),
		years: renamed(results.years, (y) => lastOf(y.period)),
		awards: renamed(results.awards, (a) => lastOf(a.period))
	};
}
