import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { now } = await parent();
	return { now };
};
