import { monthsOf } from '$lib/calendar/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { workspace, filters } = await parent();
	return { policy: workspace.policyIn(monthsOf(filters.period).at(-1)!) };
};
