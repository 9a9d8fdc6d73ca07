import { literal } from '../sql/literal';

/** Days that a person attended at a branch. */
export type AttendedRow = { month: string; branch: string; person: string; days: string };

/** What asks for the days that people attended in months, by month, branch and person. */
export const attendedQuery = (months: string[]): string =>
	`select month, branch, person, sum(attended_days)::decimal(18, 2)::varchar as days
		from facts.attendance
		where month in (${months.map(literal).join(', ')})
		group by all
		order by all`;
