import { monthsOf } from '../../calendar/period';
import { unitNames } from '../../compute/names';
import { rowsOf, unitRows } from '../../compute/rows-of';
import { message } from '../../language/messages';
import type { Lang } from '../../language/text';
import { paidKind } from '../../policy/in-force';
import type { Policy } from '../../policy/schema';
import type { Block, Paper } from '../../sheets/paper';
import type { Results } from '../../sql/rows';
import type { UnitKind } from '../filters';
import { monthView } from '../month-view';
import { periodIn } from '../period-in';
import { periodView } from '../period-view';
import { isPaid } from '../what-if';
import { unitYears } from '../years';
import { lastMonth, underOneName } from '../../compute/former-names';
import { annualSheet } from './annual';
import { appraisalSheet } from './appraisal';
import { awardSheet, noticeSheet, planSheet, type PlanPaper, type Published } from './lists';
import { stampText, type Stamp } from './stamp';

/** The papers that there are. */
export const PAPERS = ['appraisal', 'notice', 'awards', 'plans', 'month', 'annual', 'blank'] as const;
export type PaperName = (typeof PAPERS)[number];

/** What papers of a period are made from: results as computed or sealed, the version in force, and what was published. */
export interface PaperSource {
	lang: Lang;
	results: Results;
	policy: Policy;
	/** Units as computed: a sealed month names no posts. */
	posts: Results['units'];
	/** The version that a month was scored by, where the period's isn't the only one. */
	policyIn?: (month: string) => Policy;
	/** `YYYY-MM`; of awards `YYYYQn`, of the annual review `YYYY`. */
	period: string;
	kind: UnitKind;
	stamp: Stamp;
	published: Published | null;
	plans: PlanPaper[];
}

/** A paper of the units asked for (all without any), or null where there is nothing to print. */
export function paperOf(name: PaperName, source: PaperSource, units: readonly string[] = []): Paper | null {
	const { lang, period, stamp } = source;
	const sheets = SHEETS[name](source, units);
	if (sheets.length === 0) return null;
	return {
		lang,
		title: message(lang, `paper.name.${name}`),
		period: name === 'blank' ? '' : periodIn(lang, period),
		stamp: stampText(lang, name === 'blank' ? { ...stamp, months: [] } : stamp),
		sheets
	};
}

const viewsOf = ({ results, policy, period, kind }: PaperSource) => {
	const { cards } = monthView(results, policy, period, kind);
	return cards.map(({ scorecard }) => monthView(results, policy, period, kind, scorecard));
};

const SHEETS: Record<PaperName, (source: PaperSource, units: readonly string[]) => Block[][]> = {
	appraisal(source, units) {
		const { lang, results, kind, period, posts } = source;
		const names = unitNames(results);
		return viewsOf(source).flatMap((view) =>
			view.units
				.filter(({ unit }) => units.length === 0 || units.includes(unit))
				.map((unit) => {
					const [row] = unitRows(posts, period, kind, unit.unit);
					const branch = kind === 'branch' ? null : unit.branch;
					return appraisalSheet(lang, view, unit, {
						kind,
						branch: branch === null ? '' : (names.get(`branch/${branch}`) ?? branch),
						post: row?.post ?? ''
					});
				})
		);
	},
	notice(source) {
		const { lang, results, kind, published } = source;
		const names = unitNames(results);
		const views = viewsOf(source);
		return views.length === 0
			? []
			: [noticeSheet(lang, views, published, (unit) => names.get(`${kind}/${unit}`) ?? unit)];
	},
	awards({ lang, results, policy, period, kind }) {
		// ranks of the other kind of unit are for reference: nothing is paid by them
		if (paidKind(policy) !== kind) return [];
		const prizes = results.awards.filter((a) => a.unit_kind === kind && isPaid(a.period, period));
		const quarter = periodView(results, period, kind, policy.awards[0]?.scorecard ?? null);
		return prizes.length === 0 ? [] : [awardSheet(lang, policy, quarter, prizes)];
	},
	plans({ lang, results, period, kind, plans }, units) {
		const names = unitNames(results);
		return plans
			.filter(({ unit }) => units.length === 0 || units.includes(unit))
			.map((plan) => planSheet(lang, period, names.get(`${kind}/${plan.unit}`) ?? plan.unit, plan));
	},
	/** All of a month, in the order in which it is handed round. */
	month: (source) => [
		...SHEETS.notice(source, []),
		...SHEETS.appraisal(source, []),
		...SHEETS.plans(source, [])
	],
	annual({ lang, results, posts, policy, policyIn = () => policy, period, kind }, units) {
		const names = unitNames(results);
		const there = new Set(
			monthsOf(period).flatMap((month) => rowsOf(results.totals, month, kind).map(({ unit }) => unit))
		);
		const last = lastMonth(results, period);
		const gone = new Set(results.renamed.flatMap((r) => (r.last_month === last ? [r.unit] : [])));
		return (
			[...there]
				.filter((unit) => units.length === 0 || units.includes(unit))
				// a branch that has another name by the year's end has its year under that one
				.filter((unit) => kind !== 'branch' || !gone.has(unit))
				.flatMap((unit): Block[][] => {
					const view = unitYears(results, policyIn, kind, unit, posts);
					const own = underOneName(results, kind, unit);
					const sheet =
						view &&
						annualSheet(lang, view, period, {
							kind,
							branchName: (code) => names.get(`branch/${code}`) ?? code,
							linesIn: (month) => unitRows(own.lines, month, kind, unit)
						});
					return sheet ? [sheet] : [];
				})
		);
	},
	blank: ({ lang, policy, period, kind }) =>
		policy.scorecards
			.filter((card) => card.applies_to.units.includes(kind))
			.map((card) =>
				appraisalSheet(lang, { month: period, policy, card, cards: [card], units: [] }, null, {
					kind,
					branch: '',
					post: ''
				})
			)
};
