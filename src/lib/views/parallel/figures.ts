import { difference } from '../../language/decimal';
import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import { policyLine, type LineCell, type MonthView, type UnitMonth } from '../month-view';

/** What a figure of a sheet can be of: how it is compared. */
export type FigureKind = 'count' | 'rate' | 'points' | 'total' | 'rank';

/** A figure that a hand-made sheet may have, and what it is here. */
export interface SheetFigure {
	/** `total`, `rank`, `self` …, or `<line>/points`, `/value`, `/numerator`, `/denominator`. */
	id: string;
	kind: FigureKind;
	line: string | null;
	title: string;
	/** Words that a header says it by. */
	words: string[];
	/** Exact, a rate in parts per one; null where the unit has none. */
	of: (unit: UnitMonth) => string | null;
}

const cellOf = (unit: UnitMonth, line: string): LineCell | undefined =>
	unit.lines.find((l) => l.line === line && l.status === 'ok');

/** All figures of a month's card, those of the whole first. */
export function sheetFigures(lang: Lang, view: MonthView): SheetFigure[] {
	const t = (key: MessageKey, fill?: Record<string, string>): string => message(lang, key, fill);
	const plain = (
		id: string,
		kind: FigureKind,
		title: string,
		words: string[],
		of: SheetFigure['of']
	): SheetFigure => ({ id, kind, line: null, title, words: [title, ...words], of });
	const whole = [
		plain(
			'total',
			'total',
			t('month.total'),
			['总得分', '综合得分', '合计得分', '最终得分', '合计', 'total'],
			(u) => u.total
		),
		plain('rank', 'rank', t('month.rank'), ['排名', '名次', 'rank'], (u) =>
			u.rank === null ? null : String(u.rank)
		),
		plain('kpi_points', 'points', t('paper.kpi'), ['考核得分', '指标得分', 'KPI得分'], (u) => u.kpi_points),
		plain('self', 'points', t('paper.self'), ['自评', '本人'], (u) => u.self),
		plain('group', 'points', t('paper.group'), ['小组'], (u) => u.group),
		plain('merits', 'points', t('card.merits'), ['表扬', '加分', '表扬分'], (u) => u.merits),
		plain('criticism', 'points', t('card.criticism'), ['批评'], (u) => u.criticism),
		plain('audit', 'points', t('card.audit'), ['审计'], (u) => u.audit)
	];
	const lines = view.card.lines.flatMap((line): SheetFigure[] => {
		const { complement, kind } = policyLine(view, line.line);
		const title = line.title[lang];
		const isRate = line.scoring === 'tiered_rate' || (kind === 'share' && line.scoring !== 'points_off');
		const figure = (
			part: 'points' | 'value' | 'numerator' | 'denominator',
			of: (cell: LineCell) => string | null
		): SheetFigure => ({
			id: `${line.line}/${part}`,
			kind: part === 'points' ? 'points' : part === 'value' ? 'rate' : 'count',
			line: line.line,
			title: t(`parallel.of.${part}`, { line: title }),
			words: [line.title.zh, line.title.en],
			of: (unit) => {
				const cell = cellOf(unit, line.line);
				return cell ? of(cell) : null;
			}
		});
		return [
			figure('points', (c) => c.points),
			...(isRate
				? [
						figure('value', (c) =>
							c.value === null ? null : complement ? difference('1', c.value) : c.value
						)
					]
				: []),
			figure('numerator', (c) => c.numerator),
			figure('denominator', (c) => c.denominator)
		];
	});
	return [...whole, ...lines];
}
