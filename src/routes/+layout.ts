import { resolve } from '$app/paths';
import { learnLater } from '$lib/language/language.svelte';
import { filtersOf, monthsWithData } from '$lib/views/filters';
import { identity } from '$lib/work/identity.svelte';
import { Workspace } from '$lib/work/workspace.svelte';
import { RESULTS } from './frame/renew';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

/** The one workspace of this page, made when it is first loaded. */
let opened: Workspace | null = null;

export const load: LayoutLoad = async ({ url, depends }) => {
	depends(RESULTS);
	const workspace = (opened ??= new Workspace(() => identity.actor));
	// the first screen is there without what is said of scores
	const first: string[] = [resolve('/'), resolve('/import')];
	const isFirst = first.includes(url.pathname.replace(/(?<=.)\/$/, ''));
	const learnt = isFirst ? null : learnLater();
	// told where it is awaited
	learnt?.catch(() => {});
	await workspace.ready.catch(() => {});
	if (learnt) await learnt;
	else if (workspace.phase !== 'empty') await learnLater();
	const kind = url.pathname.endsWith('/awards') ? 'quarter' : 'month';
	return {
		workspace,
		filters: filtersOf(url, workspace.results, kind),
		months: monthsWithData(workspace.results)
	};
};
