import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { workspace } = await parent();
	redirect(307, workspace.phase === 'empty' ? resolve('/import') : resolve('/month'));
};
