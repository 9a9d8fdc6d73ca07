import { standingOf } from '$lib/views/standing';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { workspace, filters, months } = await parent();
	return standingOf(workspace, filters, months);
};
