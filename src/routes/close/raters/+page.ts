import { shifted } from '$lib/calendar/period';
import { ratedQuery } from '$lib/reports/rated-query';
import type { RatedRow } from '$lib/views/raters';
import { askRows } from '$lib/work/ask';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { workspace, month, now } = await parent();
	const isThere = workspace.inputs.files.length > 0;
	/** What raters gave in the month and in the one before. */
	const rated = isThere
		? askRows<RatedRow>(workspace, ratedQuery([month, shifted(month, -1)]))
		: Promise.resolve([]);
	// what is awaited on the page may fail before the page looks
	rated.catch(() => {});
	return { now, rated };
};
