import { unitRows } from '$lib/compute/rows-of';
import { monthView, type MonthView } from '$lib/views/month-view';
import { periodKind, periodOf, shifted } from '$lib/calendar/period';
import type { PageLoad } from './$types';

const TREND_MONTHS = 12;

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace, filters, months } = await parent();
	// of a longer period the card is that of its last month with data
	const month =
		periodKind(filters.period) === 'month'
			? filters.period
			: (months.filter((m) => periodOf(m, periodKind(filters.period)) === filters.period).at(-1) ??
				filters.period);
	const asked = url.searchParams.get('unit');
	const viewOf = (at: string): MonthView => {
		const total = workspace.results.totals.find(
			(r) => r.month === at && r.unit_kind === filters.unitKind && r.unit === asked
		);
		const card = total ? total.scorecard : filters.card;
		return monthView(workspace.results, workspace.policyIn(at), at, filters.unitKind, card);
	};
	const view = months.includes(month) ? viewOf(month) : null;
	const found = view?.units.find((u) => u.unit === asked) ?? null;
	// one that was asked for and isn't there is said, never another in its place
	const unit = found ?? (asked === null ? (view?.units[0] ?? null) : null);
	const line = url.searchParams.get('line');
	const known = [
		'self',
		'leader',
		'group',
		'merits',
		'audit',
		...(view?.card.lines.map((l) => l.line) ?? [])
	];
	const before = view && months.includes(shifted(month, -1)) ? viewOf(shifted(month, -1)) : null;
	// a month in which it wasn't ranked is a gap, not left out
	const ranked = months.map((at) => ({
		month: at,
		row: unitRows(workspace.results.rankings, at, filters.unitKind, unit?.unit ?? '').find(
			(r) => r.scorecard === view?.card.scorecard
		)
	}));
	const first = ranked.findIndex(({ row }) => row !== undefined);
	const trend = (first < 0 ? [] : ranked.slice(first)).slice(-TREND_MONTHS).map(({ month: at, row }) => ({
		month: at,
		total: row ? row.total : null,
		rank: row ? row.rank : null
	}));
	return {
		view,
		unit,
		previous: before?.units.find((u) => u.unit === unit?.unit) ?? null,
		trend,
		asked,
		/** The computation that all of it is of. */
		computed: workspace.scores.computed,
		openLine: line !== null && known.includes(line) ? line : null
	};
};
