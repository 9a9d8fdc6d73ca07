import { monthsOfSpan, quarterOf } from '../../calendar/period';
import { rowsOf } from '../../compute/rows-of';
import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import type { Policy } from '../../policy/schema';
import { sheetName, type BookSheet } from '../../sheets/workbook';
import type { Results } from '../../sql/rows';
import type { UnitKind } from '../filters';
import { monthView, type MonthView } from '../month-view';
import { linesSheet } from './lines-sheet';
import { quarterSheet } from './quarter-sheet';
import { rulesSheet, type RulesSheet } from './rules-sheet';
import { yearSheet } from './year-sheet';
import { scoresSheet, type ScoresSheet } from './scores-sheet';

/** What a workbook is made from. */
export interface BookSource {
	lang: Lang;
	results: Results;
	policyIn: (month: string) => Policy;
	kind: UnitKind;
	/** Months, and quarters or spans with theirs among them, in order. */
	periods: string[];
	/** One unit alone; null of all. */
	unit: string | null;
	/** The years whose review the unit's workbook begins with. */
	years?: string[];
	/** Where its figures stand, in words. */
	stamp: string;
}

/** Months and quarters as sheets of one workbook that computes itself: rules, lines and totals of each month, ranks and prizes of each quarter; none where nothing was scored. */
export function bookSheets({
	lang,
	results,
	policyIn,
	kind,
	periods,
	unit,
	years = [],
	stamp
}: BookSource): BookSheet[] {
	const t = (key: MessageKey, fill?: Record<string, string>): string => message(lang, key, fill);
	const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);
	const whole = periods.filter((period) => !isMonth(period));
	const months = [
		...new Set([...periods.filter(isMonth), ...whole.flatMap((period) => monthsOfSpan(period))])
	].sort();
	const rules = new Map<string, RulesSheet>();
	const taken = new Set<string>();
	/** A name that no other sheet has: what is cut alike gets a number. */
	const named = (name: string): string => {
		let own = sheetName(name);
		for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${sheetName(name).slice(0, 27)} (${String(n)})`;
		taken.add(own.toLowerCase());
		return own;
	};
	const rulesOf = (policy: Policy): RulesSheet => {
		const known = rules.get(policy.policy);
		if (known) return known;
		const made = rulesSheet(lang, policy, named(`${t('book.rules')} ${policy.policy}`));
		rules.set(policy.policy, made);
		return made;
	};
	const scores = new Map<string, ScoresSheet>();
	const sheets = months.flatMap((month): BookSheet[] => {
		const policy = policyIn(month);
		const views = viewsOf(results, policy, month, kind).map((view) => ({
			...view,
			units: unit === null ? view.units : view.units.filter((u) => u.unit === unit)
		}));
		if (views.every(({ units }) => units.length === 0)) return [];
		const ofMonth = rulesOf(policy);
		const lines = linesSheet(lang, views, ofMonth, named(t('book.lines', { period: month })));
		const own = scoresSheet(lang, views, {
			rules: ofMonth,
			lines,
			name: named(t('book.scores', { period: month })),
			alone: unit !== null
		});
		scores.set(month, own);
		return [own.sheet, lines.sheet];
	});
	if (sheets.length === 0) return [];
	const quarters = (unit === null ? whole : []).flatMap((period): BookSheet[] => {
		const ranked = rowsOf(results.rankings, period, kind);
		const policy = policyIn(monthsOfSpan(period).at(-1)!);
		const cards = [...new Set(ranked.map(({ scorecard }) => scorecard))];
		return cards.map((scorecard, i) => {
			const name = named(`${t('book.quarter', { period })}${i === 0 ? '' : ` ${scorecard}`}`);
			return quarterSheet(lang, {
				results,
				period,
				kind,
				scorecard,
				policy,
				rules: rulesOf(policy),
				scores,
				name
			});
		});
	});
	const reviews =
		unit === null
			? []
			: years.map((year) =>
					yearSheet(lang, {
						...{ results, policyIn, kind, unit, year, scores },
						name: named(t('years.form', { year }))
					})
				);
	const about: BookSheet = {
		name: t('book.about'),
		widths: [110],
		head: 1,
		running: t('book.name'),
		rows: [
			[{ value: t('book.name'), look: 'title' }],
			[{ value: stamp }],
			[],
			[{ value: t('book.about.colours') }],
			[{ value: t('book.about.sheets') }],
			[{ value: t('book.about.exact') }],
			[{ value: t(unit === null ? 'book.about.fixed' : 'book.about.rank') }]
		]
	};
	return [about, ...reviews, ...quarters, ...sheets, ...[...rules.values()].map(({ sheet }) => sheet)];
}

const viewsOf = (results: Results, policy: Policy, month: string, kind: UnitKind): MonthView[] =>
	monthView(results, policy, month, kind).cards.map(({ scorecard }) =>
		monthView(results, policy, month, kind, scorecard)
	);

/** The quarter or spans that end in a period's months. */
export const wholeOf = (results: Results, months: string[]): string[] => [
	...new Set(
		results.rankings
			.map(({ period }) => period)
			.filter(
				(period) =>
					(period.includes('~') && months.includes(period.split('~')[1]!)) ||
					(period.includes('Q') && months.some((month) => quarterOf(month) === period))
			)
	)
];
