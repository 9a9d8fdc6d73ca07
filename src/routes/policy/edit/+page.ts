import { workspace } from '$lib/state/app';
import { periodKind, quarterOf } from '$lib/state/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { filters, months } = await parent();
	// prizes are a quarter's: a month on the screen shows its quarter
	const quarter = periodKind(filters.period) === 'month' ? quarterOf(filters.period) : filters.period;
	const whole = workspace.results.rankings.some((r) => r['period'] === quarter);
	return { period: whole ? quarter : (months.at(-1) ?? filters.period) };
};
