import { lineSentence } from '../../language/explain';
import { message, type MessageKey } from '../../language/messages';
import { negated } from '../../language/decimal';
import { points, signed, total } from '../../language/numbers';
import type { Lang } from '../../language/text';
import { chosenText } from '../../policy/choice-text';
import { formulaOf, meaningOf } from '../../policy/dictionary';
import { fromThousandths, rangesOf, rangeText } from '../../policy/ranges';
import type { PolicyLine } from '../../policy/schema';
import { MEASURES } from '../../sql/measures';
import type { Block, PaperCell } from '../../sheets/paper';
import { periodIn } from '../period-in';
import type { UnitKind } from '../filters';
import { partNotesIn, raterWeight } from '../part-notes';
import { policyLine, type MonthView, type UnitMonth } from '../month-view';

/** What a form says of whoever is appraised, beside the scores. */
export interface Appraised {
	kind: UnitKind;
	branch: string;
	post: string;
}

/** The appraisal form of one unit of a month, as the handbook draws it (L131-134, L153, L162); without a unit a blank one. */
export function appraisalSheet(lang: Lang, view: MonthView, unit: UnitMonth | null, of: Appraised): Block[] {
	const t = (key: MessageKey, fill?: Record<string, string | number>): string => message(lang, key, fill);
	const { card, policy } = view;
	const isTargets = card.lines.every((line) => ['target', 'sheet'].includes(line.scoring));
	const who = t(of.kind === 'branch' ? 'paper.branch' : 'paper.appraised');
	return [
		{ kind: 'title', text: card.title[lang], under: policy.title[lang] },
		{
			kind: 'fields',
			fields: [
				[who, unit ? `${unit.name} ${unit.unit === unit.name ? '' : unit.unit}`.trim() : ''],
				[t('paper.department'), of.branch],
				[t('paper.period'), unit ? periodIn(lang, view.month) : ''],
				[t('paper.appraiser'), ''],
				[t('paper.post'), of.post],
				[t('month.rank'), rankText(lang, unit)]
			]
		},
		isTargets ? targetTable(lang, view, unit) : tierTable(lang, view, unit),
		...(card.blended ? [raterTable(lang, view, unit)] : []),
		...notes(lang, view, unit, isTargets),
		{ kind: 'signs', who: [who, t('paper.appraiser'), t('paper.reviewer')] }
	];
}

const rankText = (lang: Lang, unit: UnitMonth | null): string =>
	unit?.rank == null ? '' : message(lang, 'paper.rankOf', { rank: unit.rank, of: unit.rankedUnits });

function totalText(lang: Lang, unit: UnitMonth | null): string {
	if (!unit) return '';
	return unit.total === null ? message(lang, 'state.incomplete') : total(unit.total);
}

/** How a line came out, and its points; what has none says why. */
function outcomeOf(
	lang: Lang,
	view: MonthView,
	unit: UnitMonth | null,
	line: string
): [how: string, points: string] {
	const cell = unit?.lines.find((l) => l.line === line);
	if (!unit || !cell) return ['', ''];
	const how = lineSentence(lang, policyLine(view, line), cell, unit.audit);
	return [how, cell.points === null ? '—' : points(cell.points)];
}

function tierTable(lang: Lang, view: MonthView, unit: UnitMonth | null): Block {
	const t = (key: MessageKey): string => message(lang, key);
	const { policy, card } = view;
	const merits = (sign: 1 | -1): string =>
		policy.merits
			.filter((m) => Math.sign(Number(m.points)) === sign)
			.map((m) => `${m.title[lang]} ${m.points.replace('-', '−')}`)
			.join(message(lang, 'text.between'));
	const off = (value: string | undefined): string =>
		value === undefined ? '' : points(negated(value)).replace('-', '−');
	return {
		kind: 'table',
		columns: [
			{ title: t('paper.item'), width: 14 },
			{ title: t('paper.weight'), width: 8, align: 'center' },
			{ title: t('paper.standard'), width: 42 },
			{ title: t('paper.outcome'), width: 26 },
			{ title: t('paper.score'), width: 10, align: 'right' }
		],
		rows: [
			...card.lines.map((line): PaperCell[] => [
				line.title[lang],
				line.weight,
				standardOf(lang, view, unit, line),
				...outcomeOf(lang, view, unit, line.line)
			]),
			[t('card.merits'), '', merits(1), '', unit ? points(unit.merits) : ''],
			[t('card.criticism'), '', merits(-1), '', off(unit?.criticism)],
			[t('card.audit'), '', '', '', off(unit?.audit)]
		],
		sums: [
			[
				{ text: t('paper.kpi'), span: 4, head: true },
				unit?.kpi_points == null ? '' : points(unit.kpi_points)
			],
			[{ text: t('card.total'), span: 4, head: true }, totalText(lang, unit)]
		]
	};
}

/** The standard that a line is scored by: its tiers with the one that was hit, or the words of the text. */
function standardOf(lang: Lang, { policy }: MonthView, unit: UnitMonth | null, line: PolicyLine): PaperCell {
	if (!['tiered_rate', 'tiered_count'].includes(line.scoring))
		// the text itself is Chinese
		return lang === 'zh' ? line.quote : formulaOf(lang, policy, line);
	const hit = unit?.lines.find((l) => l.line === line.line)?.tier;
	const mark = line.scoring === 'tiered_rate' ? '%' : '';
	return {
		tiers: rangesOf(policy, line).map((range, at) => ({
			range: rangeText(range, mark),
			deduction: message(lang, 'paper.off', { points: String(fromThousandths(range.deduction)) }),
			hit: hit === at + 1
		}))
	};
}

function targetTable(lang: Lang, view: MonthView, unit: UnitMonth | null): Block {
	const t = (key: MessageKey): string => message(lang, key);
	return {
		kind: 'table',
		columns: [
			{ title: t('paper.number'), width: 6, align: 'center' },
			{ title: t('paper.indicator'), width: 22 },
			{ title: t('paper.weight'), width: 8, align: 'center' },
			{ title: t('paper.target'), width: 30 },
			{ title: t('paper.outcome'), width: 24 },
			{ title: t('paper.score'), width: 10, align: 'right' }
		],
		rows: view.card.lines.map((line, at): PaperCell[] => [
			String(at + 1),
			line.title[lang],
			`${line.weight}%`,
			targetOf(lang, line),
			...outcomeOf(lang, view, unit, line.line)
		]),
		sums: [
			...besideLines(lang, unit),
			[{ text: t('paper.whole'), span: 5, head: true }, totalText(lang, unit)]
		]
	};
}

/** What a total has beside its lines, where it has any: praise, criticism and audits. */
function besideLines(lang: Lang, unit: UnitMonth | null): PaperCell[][] {
	if (!unit) return [];
	const parts = [
		['card.merits', unit.merits],
		['card.criticism', negated(unit.criticism)],
		['card.audit', negated(unit.audit)]
	] as const;
	return parts
		.filter(([, value]) => Number(value) !== 0)
		.map(([key, value]) => [{ text: message(lang, key), span: 5, head: true }, signed(value)]);
}

/** The target as the text prints it, its blank filled with the version's figure. */
function targetOf(lang: Lang, line: PolicyLine): string {
	// the text leaves a blank before the unit, to be filled in by hand
	if (line.target == null)
		return lang === 'zh' ? line.quote.replace(/ (?=[%次分])/, ' ______ ') : message(lang, 'paper.noTarget');
	const unit = MEASURES[line.measure]!.kind === 'share' ? '%' : '';
	return message(lang, line.direction === 'lower' ? 'paper.atMost' : 'paper.atLeast', {
		target: `${line.target}${unit}`
	});
}

/** The raters with their weights and what they look at (L162). */
function raterTable(lang: Lang, { policy }: MonthView, unit: UnitMonth | null): Block {
	const t = (key: MessageKey): string => message(lang, key);
	const given = (rater: 'self' | 'leader' | 'group'): string => {
		const value = unit?.[rater];
		return value == null ? '' : total(value);
	};
	return {
		kind: 'table',
		columns: [
			{ title: t('paper.rater'), width: 25 },
			{ title: t('paper.weight'), width: 12, align: 'center' },
			{ title: t('paper.focus') },
			{ title: t('paper.score'), width: 14, align: 'right' }
		],
		rows: policy.raters.map((r): PaperCell[] => [
			r.title[lang],
			raterWeight({ policy }, r.rater),
			r.focus[lang],
			given(r.rater)
		]),
		sums: [
			[{ text: t('paper.blended'), span: 3, head: true }, unit?.blended == null ? '' : total(unit.blended)]
		]
	};
}

/** What the indicators mean: by the readings that were chosen, or (of targets, whose standard says nothing of it) in plain words. */
function notes(lang: Lang, view: MonthView, unit: UnitMonth | null, isTargets: boolean): Block[] {
	const { policy, card } = view;
	const meanings = card.lines.flatMap((line) => {
		const names = [line.formula, line.edges, line.deductions, line.mode].flatMap((value) =>
			value && typeof value === 'object' && 'reading' in value ? [value.reading] : []
		);
		const readings = [...new Set(names)].map((name) => chosenText(lang, policy, name)).filter(Boolean);
		const is = isTargets ? meaningOf(lang, policy, line) : readings.join(message(lang, 'text.between'));
		return is === '' ? [] : [message(lang, 'text.pair', { what: line.title[lang], is })];
	});
	const items = [...(unit ? partNotesIn(lang, { view, unit }) : []), ...meanings];
	return items.length === 0 ? [] : [{ kind: 'notes', title: message(lang, 'paper.notes'), items }];
}
