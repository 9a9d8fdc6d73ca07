import { noticesOf } from '$lib/month/notices';
import { standingOf } from '$lib/views/standing';
import { today } from '$lib/calendar/day';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { workspace, filters, months } = await parent();
	return {
		...standingOf(workspace, filters, months),
		notices: noticesOf(workspace.results, filters.period, today())
	};
};
