import { literal } from '../sql/literal';

/** What the desk draws. */
export const SAMPLE = 'select * from reports.sample order by week, branch, ref';

/** What it draws from, by branch and stratum. */
export const STRATA =
	'select branch, stratum, records, drawn from reports.sample_sum order by stratum, branch';

/** How often each person was checked. */
export const CHECKED = 'select * from reports.checked order by checks, branch, person';

/** How many checks there are, by branch and week. */
export const WEEKS =
	"select branch, week, checks from reports.check_week where slot = 'now' order by branch, week";

/** The checks that imported files hold of the records drawn. */
export const checksOf = (query: string, numbers: number[]): string => `
	select ref, subject, strftime(checked_at, '%Y-%m-%d') as checked_at, passed, note from facts.spot_check
	where ref in (select ref from (${query}))
		and source_file in (${[-1, ...numbers].join(', ')})
	order by all`;

/** A callback as the desk shows what it draws. */
export const oneCallback = (ref: string): string => `
	select 'callbacks' as dataset, callback as ref, branch, person,
		strftime(date_trunc('week', called_at), '%Y-%m-%d') as week,
		strftime(called_at, '%Y-%m-%d %H:%M:%S') as drawn_at,
		coalesce(customer, '') as subject, result_text as detail, 'one' as stratum, source_file, source_record, source_line
	from facts.callback where callback = ${literal(ref)}`;
