import { monthsOf, quarterOf } from '$lib/calendar/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { months } = await parent();
	const quarters = [...new Set(months.map(quarterOf))];
	return { quarters: quarters.filter((q) => monthsOf(q).every((m) => months.includes(m))) };
};
