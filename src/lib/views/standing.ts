import { cardsOf } from './cards';
import type { Filters } from './filters';
import { monthView, type MonthView } from './month-view';
import { periodKind } from '../calendar/period';
import { periodView, type PeriodView } from './period-view';
import { periodText } from './period-text';
import type { UnrankedRow } from '../sql/rows';
import { unrankedText } from './unranked';
import { listed, pick, t } from '../language/language.svelte';
import { monthRanks, periodRanks, type Rank } from './ranks';
import type { Known } from '../month/life';

/** How the units of the filters' kind stand: a month with data, or a longer period. */
export interface Standing {
	month: MonthView | null;
	longer: PeriodView | null;
}

/** The standing in the period that the filters say; `months` are those with data. */
export function standingOf(known: Known, filters: Filters, months: string[]): Standing {
	const { results, policies } = known;
	const { period, unitKind } = filters;
	const card = filters.card ?? cardsOf(results, policies, filters)[0]?.scorecard ?? null;
	if (periodKind(period) !== 'month')
		return { month: null, longer: periodView(results, period, unitKind, card) };
	return {
		month: months.includes(period)
			? monthView(results, known.policyIn(period), period, unitKind, filters.card)
			: null,
		longer: null
	};
}

/** The ranked units of a standing, first to last. */
export const ranksIn = ({ month, longer }: Standing): Rank[] =>
	month ? monthRanks(month) : longer ? periodRanks(longer) : [];

/** The units that a standing leaves out of the ranks, each with what it lacks. */
export function leftOut({ month, longer }: Standing): string[] {
	const said = (name: string, lacks: string[], rules: UnrankedRow[] = []): string =>
		lacks.length > 0
			? t('stands.lacks', { name, what: listed(lacks) })
			: rules.length > 0
				? t('stands.unranked', { name, why: listed(rules.map((rule) => unrankedText(t, rule))) })
				: name;
	const title = (view: MonthView, id: string): string => {
		const line = view.card.lines.find((l) => l.line === id) ?? view.policy.raters.find((r) => r.rater === id);
		return line ? pick(line.title) : id;
	};
	if (month)
		return month.units
			.filter((u) => u.rank === null)
			.map((u) =>
				said(u.name, u.status === 'incomplete' ? u.missing.map((id) => title(month, id)) : [], u.unranked)
			);
	return (longer?.units ?? [])
		.filter((u) => u.rank === null)
		.map((u) => said(u.name, longer!.months.filter((_, i) => !u.months[i]).map(periodText)));
}
