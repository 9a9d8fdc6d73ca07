import { workspace } from '$lib/state/app';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { months } = await parent();
	const quarters = workspace.results.rankings
		.map((r) => String(r['period']))
		.filter((p) => /^\d{4}Q[1-4]$/.test(p));
	return { quarters: [...new Set(quarters)].sort(), months };
};
