import { negated } from '../language/decimal';
import { lineSentence } from '../language/explain';
import { language, pick, t } from '../language/language.svelte';
import { points, signed, total } from '../language/numbers';
import type { LogEvent } from '../record/event';
import { correctionsOf } from '../record/ledger';
import type { UnitKind } from './filters';
import { blendOf, partNotesIn, raterWeight } from './part-notes';
import { policyLine, type LineCell, type MonthView, type UnitMonth } from './month-view';

/** What a card shows: one unit of a month, and the log that corrects it. */
export interface Card {
	view: MonthView;
	unit: UnitMonth;
	kind: UnitKind;
	events: LogEvent[];
}

/** What a line is called. */
export const lineTitle = (view: MonthView, line: string): string => pick(policyLine(view, line).title);

/** The parts of a total beside the lines: raters, merits, audits; `id` says which rows each opens to. */
export const partsOf = ({
	view,
	unit
}: Pick<Card, 'view' | 'unit'>): { id: string; title: string; value: string | null }[] => [
	{ id: 'self', title: t('month.self'), value: unit.self },
	{
		id: 'leader',
		title: t(blendOf(view) === 'leader_sheet' ? 'month.leader' : 'card.leaderTable'),
		value: unit.leader
	},
	{ id: 'group', title: t('month.group'), value: unit.group },
	{ id: 'merits', title: t('card.merits'), value: unit.merits },
	{ id: 'merits', title: t('card.criticism'), value: negated(unit.criticism) },
	{ id: 'audit', title: t('card.audit'), value: negated(unit.audit) }
];

/** What must be known to read the parts of the total. */
export const partNotes = (card: Pick<Card, 'view' | 'unit'>): string[] => partNotesIn(language.lang, card);

/** How a line came to its points, and what corrections are in its numbers. */
export function sentenceOf({ view, unit, kind, events }: Card, line: LineCell): string {
	const by = correctionsOf(events, view.month, kind, unit.unit, line.line);
	const said = lineSentence(language.lang, policyLine(view, line.line), line, unit.audit);
	if (by.length === 0) return said;
	const sum = (of: 'numerator' | 'denominator'): string =>
		signed(by.reduce((all, p) => all + p.entry[of], 0));
	const fill = { numerator: sum('numerator'), denominator: sum('denominator') };
	return `${said} · ${t('card.corrected', fill)}`;
}

/** A card as cells of text, header first. */
export const cardCells = (card: Card): string[][] => {
	const { view, unit } = card;
	const none = (l: LineCell): string => t(l.status === 'no_data' ? 'state.noData' : 'state.notApplicable');
	return [
		[t('month.line'), t('card.how'), t('card.score'), t('month.weight'), t('card.clause')],
		...unit.lines.map((l) => [
			lineTitle(view, l.line),
			sentenceOf(card, l),
			l.points === null ? none(l) : points(l.points),
			l.weight,
			l.clause
		]),
		...partsOf(card).map((p) => [
			p.title,
			'',
			p.value === null ? t('state.noData') : points(p.value),
			raterWeight(view, p.id),
			''
		]),
		[t('card.total'), '', unit.total === null ? t('state.incomplete') : total(unit.total), '', '']
	];
};
