import { periodOf } from '../calendar/period';
import type { Results } from '../sql/rows';
import { monthsWithData, query, type Filters } from './filters';

/** A stop of the guided tour: what is said there, and the address that is shown. */
export interface TourStop {
	id: 'files' | 'month' | 'card' | 'line' | 'ranking' | 'awards' | 'reports' | 'desk' | 'close' | 'policy';
	path:
		| '/import'
		| '/month'
		| '/card'
		| '/ranking'
		| '/awards'
		| '/report'
		| '/report/desk'
		| '/close'
		| '/policy';
	search: string;
}

/** The ten stops, from files to rules: of the latest month, of the branch and the person ranked last in it, where one is. */
export function tourStops(results: Results): TourStop[] {
	const month = monthsWithData(results).at(-1) ?? '2000-01';
	const filters: Filters = { period: month, unitKind: 'branch', card: null, branch: null };
	const last = (kind: string): { unit?: string } => {
		const ranked = results.rankings.filter((r) => r.period === month && r.unit_kind === kind);
		const found = ranked.sort((a, b) => b.rank - a.rank)[0];
		return found ? { unit: found.unit } : {};
	};
	const quarter = { ...filters, period: periodOf(month, 'quarter') };
	return [
		{ id: 'files', path: '/import', search: '' },
		{ id: 'month', path: '/month', search: query(filters) },
		{ id: 'card', path: '/card', search: query(filters, last('branch')) },
		{ id: 'line', path: '/card', search: query({ ...filters, unitKind: 'person' }, last('person')) },
		{ id: 'ranking', path: '/ranking', search: query(filters) },
		{ id: 'awards', path: '/awards', search: query(quarter) },
		{ id: 'reports', path: '/report', search: query(filters) },
		{ id: 'desk', path: '/report/desk', search: `${query(filters)}&n=5` },
		{ id: 'close', path: '/close', search: query(filters) },
		{ id: 'policy', path: '/policy', search: query(filters) }
	];
}
