import { cardsOf } from '$lib/views/cards';
import { monthView } from '$lib/views/month-view';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { workspace, filters, now, month } = await parent();
	const card = filters.card ?? cardsOf(workspace.results, workspace.policies, filters)[0]?.scorecard ?? null;
	return {
		now,
		view: now ? monthView(workspace.results, now.policy, month, filters.unitKind, card) : null
	};
};
