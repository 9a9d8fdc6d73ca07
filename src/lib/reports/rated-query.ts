import { literal } from '../sql/literal';

/** What asks for the scores that leaders and the group gave in months, of raters with a name. */
export const ratedQuery = (months: string[]): string => `
	select month, branch, person, role, rater, score::double as score
	from facts.rating
	where role <> 'self' and rater is not null and month in (${months.map(literal).join(', ')})
	order by month, role, rater, branch, person`;
