import { workspace } from '$lib/state/app';
import { standingOf } from '$lib/state/standing';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { filters, months } = await parent();
	return standingOf(workspace, filters, months);
};
