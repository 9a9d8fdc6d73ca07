import { policyInForce } from '$lib/policy/versions';
import { monthsOf } from '$lib/state/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { filters } = await parent();
	return { policy: policyInForce(monthsOf(filters.period).at(-1)!) };
};
