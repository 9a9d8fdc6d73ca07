import { RESULTS_KEY, workspace } from '$lib/state/app';
import { filtersOf, monthsWithData } from '$lib/state/filters';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

export const load: LayoutLoad = async ({ url, depends }) => {
	depends(RESULTS_KEY);
	await workspace.ready.catch(() => {});
	const kind = url.pathname.endsWith('/awards') ? 'quarter' : 'month';
	return { filters: filtersOf(url, workspace.results, kind), months: monthsWithData(workspace.results) };
};
