import { workspace } from '$lib/state/app';
import { monthsOf } from '$lib/calendar/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { filters } = await parent();
	return { policy: workspace.policyIn(monthsOf(filters.period).at(-1)!) };
};
