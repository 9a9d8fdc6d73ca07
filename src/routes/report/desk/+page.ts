import { askReport } from '$lib/work/ask';
import type { Row } from '$lib/engine/engine';
import type { Sampling } from '$lib/compute/shown';
import { shownOf } from '$lib/reports/part-view';
import { literal } from '$lib/sql/literal';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace, filters } = await parent();
	const sampling: Sampling = {
		dataset: url.searchParams.get('of') === 'tickets' ? 'tickets' : 'callbacks',
		seed: url.searchParams.get('seed') ?? filters.period,
		perWeek: Math.min(20, Math.max(1, Math.trunc(Number(url.searchParams.get('n') ?? 1)) || 1))
	};
	const ref = url.searchParams.get('ref');
	const shown = { ...shownOf(filters.period, null, filters.branch), sampling };
	const query = ref === null ? 'select * from reports.sample order by week, branch, ref' : oneCallback(ref);
	const numbers = workspace.inputs.files.map((f) => f.number);
	const none = numbers.length === 0;
	// what is drawn doesn't change by judging: the forms stay as they are
	const key = JSON.stringify([shown, query, workspace.inputs.files.map((f) => f.sha256)]);
	if (drawn?.key !== key)
		drawn = {
			key,
			rows: none ? Promise.resolve([[]]) : askReport(workspace, shown, [query, imported(query, numbers)])
		};
	const weeks = none ? Promise.resolve([[]]) : askReport(workspace, shown, [WEEKS]);
	for (const promise of [drawn.rows, weeks]) promise.catch(() => {});
	return { sampling, sample: drawn.rows, weeks, ref };
};

const WEEKS = "select branch, week, checks from reports.check_week where slot = 'now' order by branch, week";
/** The checks that imported files hold of the records drawn. */
const imported = (query: string, numbers: number[]): string => `
	select ref, subject, strftime(checked_at, '%Y-%m-%d') as checked_at, passed, note from facts.spot_check
	where ref in (select ref from (${query}))
		and source_file in (${[-1, ...numbers].join(', ')})
	order by all`;

let drawn: { key: string; rows: Promise<Row[][]> } | null = null;

/** A callback as the desk shows what it draws. */
const oneCallback = (ref: string): string => `
	select 'callbacks' as dataset, callback as ref, branch, person,
		strftime(date_trunc('week', called_at), '%Y-%m-%d') as week,
		strftime(called_at, '%Y-%m-%d %H:%M:%S') as drawn_at,
		coalesce(customer, '') as subject, result_text as detail, source_file, source_record, source_line
	from facts.callback where callback = ${literal(ref)}`;
