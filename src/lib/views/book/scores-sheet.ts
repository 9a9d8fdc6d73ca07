import { rounded } from '../../language/decimal';
import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import { chosen } from '../../policy/schema';
import { address, on, type BookCell, type BookSheet } from '../../sheets/workbook';
import type { MonthView, UnitMonth } from '../month-view';
import { exactMean, fittingMeans, quotientOf } from './exact-mean';
import type { LinesSheet } from './lines-sheet';
import { rankFormula } from './rank-formula';
import type { RulesSheet } from './rules-sheet';

/** The sheet of a month's totals, and where each ranked unit's total and rank stand, by `scorecard/unit`. */
export interface ScoresSheet {
	sheet: BookSheet;
	of: Map<string, { total: string; rank: string }>;
}

const COLUMNS = [
	['book.code', 12],
	['book.unit', 18],
	['book.card', 20],
	['book.state', 10],
	['book.kpi', 12],
	['paper.self', 10],
	['book.leader', 10],
	['paper.group', 10],
	['book.share.self', 10],
	['book.share.leader', 10],
	['book.share.group', 10],
	['paper.blended', 14],
	['card.merits', 9],
	['card.criticism', 9],
	['book.audit', 9],
	['book.total', 10],
	['book.ranked', 9],
	['book.rank', 8],
	['book.tied', 8]
] as const satisfies [MessageKey, number][];
const [CARD, STATE, KPI, SELF, LEADER, GROUP] = [2, 3, 4, 5, 6, 7];
const [OF_SELF, OF_LEADER, OF_GROUP] = [8, 9, 10];
const [MERITS, CRITICISM, AUDIT, TOTAL, RANKED, RANK] = [12, 13, 14, 15, 16, 17];
/** Full marks of a rater's sheet, as a bound of what may be typed. */
const FULL_MARKS = 100;
const MARK = '0.00';
const EXACT = '0.00####';

/** The totals of a month's units: the points of their lines, what raters gave and what is added and comes off as cells, blend, total and rank as formulas (L153, L162-163); with `alone`, of one unit, whose rank stands as it is. */
export function scoresSheet(
	lang: Lang,
	views: MonthView[],
	{ rules, lines, name, alone }: { rules: RulesSheet; lines: LinesSheet; name: string; alone: boolean }
): ScoresSheet {
	const t = (key: MessageKey, fill?: Record<string, string>): string => message(lang, key, fill);
	const title = t('book.scores', { period: views[0]!.month });
	const rows: BookCell[][] = [
		[{ value: title, look: 'title' }],
		COLUMNS.map(([key]) => ({ value: t(key), look: 'head' }))
	];
	const units = views.flatMap((view) => view.units.map((unit) => ({ view, unit })));
	const first = rows.length;
	const last = first + units.length - 1;
	const of: ScoresSheet['of'] = new Map();
	for (const { view, unit } of units) {
		const row = rows.length;
		if (unit.rank !== null)
			of.set(`${view.card.scorecard}/${unit.unit}`, {
				total: on(name, address(row, TOTAL)),
				rank: on(name, address(row, RANK))
			});
		rows.push(scoreCells({ lang, view, unit, rules, lines, row, first, last, alone }));
	}
	const down = (column: number): string => `${address(first, column, false)}:${address(last, column, false)}`;
	return {
		of,
		sheet: {
			name,
			rows,
			widths: COLUMNS.map(([, width]) => width),
			head: 2,
			frozenColumns: 2,
			running: title,
			allowed: [
				{ range: down(STATE), words: [t('book.complete'), t('book.incomplete')] },
				{ range: down(SELF), most: FULL_MARKS },
				{ range: down(GROUP), most: FULL_MARKS },
				...[MERITS, CRITICISM, AUDIT].map((column) => ({ range: down(column) })),
				{ range: down(RANKED), words: [t('book.yes'), t('book.no')] }
			]
		}
	};
}

interface Row {
	lang: Lang;
	view: MonthView;
	unit: UnitMonth;
	rules: RulesSheet;
	lines: LinesSheet;
	/** Its own row, and the first and last of the sheet's. */
	row: number;
	first: number;
	last: number;
	alone: boolean;
}

function scoreCells({ lang, view, unit, rules, lines, row, first, last, alone }: Row): BookCell[] {
	const t = (key: MessageKey): string => message(lang, key);
	const at = (column: number): string => address(row, column, false);
	const number = (text: string | null): number | string => (text === null ? '' : Number(text));
	const input = (text: string | null, numFmt = EXACT): BookCell => ({
		value: text === null ? null : Number(text),
		look: 'input',
		numFmt
	});
	/** A mean as it was before it was rounded, so that what follows is rounded once. */
	const mean = (text: string | null): BookCell =>
		text?.includes('/') ? { ...input(null), formula: text, value: quotientOf(text) } : input(text);
	const made = (formula: string, value: number | string, numFmt = EXACT): BookCell => ({
		formula,
		value,
		look: 'made',
		numFmt
	});
	const { policy, card } = view;
	const blend = card.blended ? chosenOf(view, 'blend') : 'kpi_only';
	const own = lines.of.get(`${card.scorecard}/${unit.unit}`);
	const isWhole = `${at(STATE)}="${t('book.complete')}"`;
	const isRanked = `${at(RANKED)}="${t('book.yes')}"`;
	/** A rater who is missing counts as none, unless the policy takes zero for that. */
	const weights: number[] = [];
	const weight = (rater: 'self' | 'leader' | 'group', column: number): BookCell => {
		const full = rules.raters.get(rater)!;
		const counts = rater === 'leader' || blend !== 'kpi_only';
		const always = chosenOf(view, 'missing_rater') === 'zero';
		const is = !counts ? '0' : always ? full : `IF(${at(column)}="",0,${full})`;
		const given = { self: unit.self, leader: unit.leader, group: unit.group }[rater];
		const own = Number(policy.raters.find((r) => r.rater === rater)?.weight ?? 0);
		weights.push(!counts || (!always && given === null) ? 0 : own);
		return made(is, weights.at(-1)!, '0.##');
	};
	const shares = [weight('self', SELF), weight('leader', LEADER), weight('group', GROUP)];
	const [selfMean, groupMean] = fittingMeans([unit.self, unit.group], (self, group) =>
		isOurs(unit, blend === 'leader_sheet' ? Number(unit.leader) : pointsOf(unit), weights, self, group)
	);
	const part = (rater: number, weighed: number): string => `${at(weighed)}*N(${at(rater)})`;
	const parts = [part(SELF, OF_SELF), part(LEADER, OF_LEADER), part(GROUP, OF_GROUP)].join('+');
	const scaled = own
		? `SUM(${own.points})*SUM(${own.weights})/SUMPRODUCT((${own.states}="${lines.ok}")*${own.weights})`
		: '""';
	const exact = `MAX((${parts})/SUM(${at(OF_SELF)}:${at(OF_GROUP)})+${at(MERITS)}-${at(CRITICISM)}-${at(AUDIT)},0)`;
	// nine decimals first: a half is none to a floating-point number
	const rounded = `ROUND(ROUND(${exact},9),${rules.decimals})`;
	const total = `MIN(${rounded},IF(${rules.cap}="",${rounded},${rules.cap}))`;
	const rank = rankFormula({
		isDense: chosenOf(view, 'tie_rule') === 'dense',
		first,
		last,
		row,
		card: CARD,
		by: TOTAL,
		ranked: { column: RANKED, yes: t('book.yes') }
	});
	return [
		{ value: unit.unit },
		{ value: unit.name },
		{ value: card.title[lang] },
		{ value: t(unit.status === 'ok' ? 'book.complete' : 'book.incomplete'), look: 'input' },
		unit.kpi_points === null && unit.status === 'ok'
			? { value: null }
			: made(`IF(${isWhole},${scaled},"")`, number(unit.kpi_points)),
		mean(selfMean),
		blend === 'leader_sheet'
			? mean(unit.leader === null ? null : (exactMean(unit.leader) ?? unit.leader))
			: made(`IF(${at(KPI)}="","",${at(KPI)})`, number(unit.leader)),
		mean(groupMean),
		...shares,
		made(`IF(${isWhole},(${parts})/SUM(${at(OF_SELF)}:${at(OF_GROUP)}),"")`, number(unit.blended)),
		input(unit.merits),
		input(unit.criticism),
		input(unit.audit),
		made(`IF(${isWhole},${total},"")`, number(unit.total), MARK),
		{ value: t(unit.rank === null ? 'book.no' : 'book.yes'), look: 'input' },
		alone
			? { value: unit.rank }
			: made(`IF(AND(${isRanked},${isWhole}),${rank.place},"")`, unit.rank ?? '', '0'),
		alone
			? { value: unit.tied ? t('book.yes') : '' }
			: made(
					`IF(AND(${isRanked},${isWhole}),IF(${rank.alike}>1,"${t('book.yes')}",""),"")`,
					unit.tied ? t('book.yes') : ''
				)
	];
}

const chosenOf = ({ policy }: MonthView, reading: string): string | null =>
	chosen(policy, reading) ? policy.readings[reading]!.choice : null;

/** The points of a unit's lines, scaled over those that have none, unrounded. */
function pointsOf({ lines }: UnitMonth): number {
	const ok = lines.filter((line) => line.status === 'ok');
	const sum = (some: typeof lines, of: 'points' | 'weight'): number =>
		some.reduce((all, line) => all + Number(line[of] ?? 0), 0);
	const over = sum(ok, 'weight');
	return over === 0 ? 0 : (sum(ok, 'points') * sum(lines, 'weight')) / over;
}

const SIX = 6;

/** Whether means give the blend that we computed, and the total before it is rounded on. */
function isOurs(
	unit: UnitMonth,
	leader: number,
	[ofSelf = 0, ofLeader = 0, ofGroup = 0]: number[],
	self: number,
	group: number
): boolean {
	const all = ofSelf + ofLeader + ofGroup;
	if (unit.blended === null || all === 0) return true;
	const blend = (ofSelf * self + ofLeader * leader + ofGroup * group) / all;
	return Number(rounded(blend.toFixed(9), SIX)) === Number(unit.blended);
}
