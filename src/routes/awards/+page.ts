import { isPaid } from '$lib/views/what-if';
import { periodKind } from '$lib/calendar/period';
import { periodView } from '$lib/views/period-view';
import { monthsOf } from '$lib/calendar/period';
import type { PageLoad } from './$types';
import { paidKind } from '$lib/policy/in-force';

export const load: PageLoad = async ({ parent }) => {
	const { workspace, filters } = await parent();
	const { period, unitKind } = filters;
	if (periodKind(period) !== 'quarter') return { quarter: null, policy: null, prizes: [], payable: false };
	const policy = workspace.policyIn(monthsOf(period).at(-1)!);
	return {
		quarter: periodView(workspace.results, period, unitKind, policy.awards[0]?.scorecard ?? null),
		policy,
		/** Prizes are paid by the kind of unit that the policy ranks; the list of another kind is for reference. */
		payable: paidKind(policy) === unitKind,
		prizes: workspace.results.awards.filter((a) => isPaid(a.period, period) && a.unit_kind === unitKind)
	};
};
