import type { Results } from '../sql/rows';
import { PERIOD, periodKind, periodOf, type PeriodKind } from '../calendar/period';

export type UnitKind = 'branch' | 'person';

/** What the URL says is shown. */
export interface Filters {
	period: string;
	unitKind: UnitKind;
	/** The scorecard that is shown, where units have several; null for the first. */
	card: string | null;
	/** The code of the branch that reports are narrowed to; null for all. */
	branch: string | null;
}

/** The months that have data, ascending. */
export const monthsWithData = (results: Results): string[] => results.rules.map((r) => r.month);

/** Reads the filters of a URL; without a period the latest month that has data. */
export function filtersOf(url: URL, results: Results, fallback: PeriodKind = 'month'): Filters {
	const asked = url.searchParams.get('p');
	const latest = monthsWithData(results).at(-1) ?? new Date().toISOString().slice(0, 7);
	const period = asked && PERIOD.test(asked) ? asked : periodOf(latest, fallback);
	return {
		period,
		unitKind: url.searchParams.get('u') === 'person' ? 'person' : 'branch',
		card: url.searchParams.get('c'),
		branch: url.searchParams.get('branch')
	};
}

/** The query string for filters with some of them changed. */
export function query(
	filters: Filters,
	change: Partial<Filters> & { unit?: string; line?: string } = {}
): string {
	const { period, unitKind, card, branch, unit, line } = { ...filters, ...change } as Filters & {
		unit?: string;
		line?: string;
	};
	const params = new URLSearchParams({ p: period, u: unitKind });
	if (card) params.set('c', card);
	if (branch) params.set('branch', branch);
	if (unit) params.set('unit', unit);
	if (line) params.set('line', line);
	return `?${params.toString()}`;
}

/** The same filters at another kind of period: a month stays within it, a longer one goes to its last month with data. */
export function withKind(filters: Filters, kind: PeriodKind, months: string[]): Filters {
	const inside = months.filter((m) => periodOf(m, periodKind(filters.period)) === filters.period);
	const month = inside.at(-1) ?? months.at(-1) ?? `${filters.period.slice(0, 4)}-01`;
	return { ...filters, period: periodOf(month, kind) };
}
