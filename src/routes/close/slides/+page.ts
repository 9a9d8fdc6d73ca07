import { shownOf } from '$lib/reports/part-view';
import { mainQueries } from '$lib/reports/part-slides';
import { askReport } from '$lib/work/ask';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { now, workspace, month } = await parent();
	const isThere = workspace.inputs.files.length > 0;
	/** The rows of each part's main table; null where the files are gone. */
	const parts = isThere ? askReport(workspace, shownOf(month, null, null), mainQueries()) : null;
	// what is awaited on the page may fail before the page looks
	parts?.catch(() => {});
	return { now, parts };
};
