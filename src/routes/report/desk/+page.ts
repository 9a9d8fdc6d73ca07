import type { Sampling } from '$lib/engine/shown';
import { workspace } from '$lib/state/app';
import { shownOf } from '$lib/state/part-view';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { filters } = await parent();
	const sampling: Sampling = {
		dataset: url.searchParams.get('of') === 'tickets' ? 'tickets' : 'callbacks',
		seed: url.searchParams.get('seed') ?? filters.period,
		perWeek: Math.min(20, Math.max(1, Math.trunc(Number(url.searchParams.get('n') ?? 1)) || 1))
	};
	const queries = [
		'select * from reports.sample order by week, branch, ref',
		"select branch, week, checks from reports.check_week where slot = 'now' order by branch, week"
	];
	const answers =
		workspace.files.length === 0
			? Promise.resolve([[], []])
			: workspace.report({ ...shownOf(filters.period, null), sampling }, queries);
	answers.catch(() => {});
	return { sampling, answers, only: url.searchParams.get('ref') };
};
