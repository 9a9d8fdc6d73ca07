import { workspace } from '$lib/state/app';
import { againstOf, sectionQuery, shownOf } from '$lib/state/part-view';
import { PARTS } from '$lib/state/parts';
import { standingOf } from '$lib/state/standing';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { filters, months } = await parent();
	const against = againstOf(filters.period, url.searchParams.get('vs'));
	const shown = shownOf(filters.period, against, filters.branch);
	const queries = PARTS.map(({ sections: [first] }) =>
		first!.by ? sectionQuery({ ...first!, by: ['all'], order: 'slot' }, 'all') : sectionQuery(first!, null)
	);
	const answers =
		workspace.files.length === 0 ? Promise.resolve(PARTS.map(() => [])) : workspace.report(shown, queries);
	answers.catch(() => {});
	return { against, answers, standing: standingOf(workspace, filters, months) };
};
