import { monthsOf } from '$lib/calendar/period';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace, filters } = await parent();
	const inForce = workspace.policyIn(monthsOf(filters.period).at(-1)!);
	const asked = workspace.policy.all.find((p) => p.policy === url.searchParams.get('version'));
	return { policy: asked ?? inForce, inForce, filters };
};
