import { workspace } from '$lib/state/app';
import { cardsOf } from '$lib/state/cards';
import { monthView } from '$lib/state/month-view';
import { periodKind } from '$lib/state/period';
import { noticesOf } from '$lib/state/notices';
import { periodView } from '$lib/state/period-view';
import { today } from '$lib/state/today';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { filters, months } = await parent();
	const { period, unitKind } = filters;
	const card =
		filters.card ?? cardsOf(workspace.results, workspace.policy.all, filters)[0]?.scorecard ?? null;
	const isMonth = periodKind(period) === 'month';
	return {
		month:
			isMonth && months.includes(period)
				? monthView(workspace.results, workspace.policyIn(period), period, unitKind, filters.card)
				: null,
		longer: isMonth ? null : periodView(workspace.results, period, unitKind, card),
		notices: noticesOf(workspace.results, period, today())
	};
};
