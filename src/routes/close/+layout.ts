import { redirect } from '@sveltejs/kit';
import { monthLife } from '$lib/work/month-life';
import { monthsOf, periodKind } from '$lib/calendar/period';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url, route }) => {
	const { workspace, filters, months } = await parent();
	const inside = monthsOf(filters.period).filter((m) => months.includes(m));
	const month =
		periodKind(filters.period) === 'month'
			? filters.period
			: (inside.at(-1) ?? monthsOf(filters.period).at(-1)!);
	// months are closed, not quarters: the address and the bar say which; forms are printed of either
	if (month !== filters.period && route.id !== '/close/paper') {
		const at = new URL(url);
		at.searchParams.set('p', month);
		redirect(307, `${at.pathname}${at.search}`);
	}
	if (!months.includes(month)) return { month, now: null };
	return { month, now: await monthLife(workspace, month) };
};
