import { monthLife } from '$lib/work/month-life';
import { monthsOf, periodKind } from '$lib/calendar/period';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
	const { workspace, filters, months } = await parent();
	const inside = monthsOf(filters.period).filter((m) => months.includes(m));
	const month =
		periodKind(filters.period) === 'month'
			? filters.period
			: (inside.at(-1) ?? monthsOf(filters.period).at(-1)!);
	if (!months.includes(month)) return { month, now: null };
	return { month, now: await monthLife(workspace, month) };
};
