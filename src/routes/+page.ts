import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { workspace } from '$lib/state/app';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	await workspace.ready.catch(() => {});
	redirect(307, workspace.phase === 'empty' ? resolve('/import') : resolve('/month'));
};
