import { askReport } from '$lib/work/ask';
import { againstOf, sectionQuery, shownOf } from '$lib/reports/part-view';
import { PARTS } from '$lib/reports/parts';
import { standingOf } from '$lib/views/standing';
import { Asking } from './asking.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace, filters, months } = await parent();
	const against = againstOf(filters.period, url.searchParams.get('vs'));
	const shown = shownOf(filters.period, against, filters.branch);
	const queries = PARTS.map(({ sections: [first] }) =>
		first!.by ? sectionQuery({ ...first!, by: ['all'], order: 'slot' }, 'all') : sectionQuery(first!, null)
	);
	const asking = new Asking();
	const answers =
		workspace.inputs.files.length === 0
			? Promise.resolve(PARTS.map(() => []))
			: askReport(workspace, shown, queries, asking);
	answers.catch(() => {});
	return { against, answers, asking, standing: standingOf(workspace, filters, months) };
};
