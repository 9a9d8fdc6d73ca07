import { literal } from '../sql/literal';

/** The last day of a month (YYYY-MM-DD) that both its callbacks and its tickets reach, those of which there are any. */
export const recordsThrough = (month: string): string => `
	select min(day)::varchar as through
	from (
		select max(called_at)::date as day from facts.callback where month = ${literal(month)}
		union all
		select max(received_at)::date from facts.ticket where month = ${literal(month)}
	)`;
