import { monthsOf, periodKind, quarterOf } from '$lib/calendar/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { filters, months } = await parent();
	// prizes are a quarter's: a month on the screen shows its quarter, once that is whole
	const kind = periodKind(filters.period);
	const month = kind === 'year' ? (months.at(-1) ?? `${filters.period}-01`) : filters.period;
	const quarter = kind === 'quarter' ? filters.period : quarterOf(month);
	const whole = monthsOf(quarter).every((m) => months.includes(m));
	return { period: whole ? quarter : (months.at(-1) ?? filters.period) };
};
