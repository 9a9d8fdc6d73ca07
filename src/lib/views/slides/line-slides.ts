import { message, type MessageKey } from '../../language/messages';
import { grouped, points } from '../../language/numbers';
import type { Lang } from '../../language/text';
import type { Slide } from '../../sheets/slides';
import { lineFigure } from '../line-figure';
import { policyLine, type LineCell, type MonthView, type UnitMonth } from '../month-view';
import { paged, PER_SLIDE } from '../../sheets/paged';

const STATES = {
	no_data: 'state.noData',
	not_applicable: 'state.notApplicable',
	target_missing: 'state.targetMissing'
} as const satisfies Record<Exclude<LineCell['status'], 'ok'>, MessageKey>;

/** A slide of each line of a card: points as bars, and what they come from beside them. */
export function lineSlides(lang: Lang, view: MonthView): Slide[] {
	const t = (key: MessageKey, fill?: Record<string, string | number>): string => message(lang, key, fill);
	return view.card.lines.flatMap((line) => {
		const figure = policyLine(view, line.line);
		const of = (u: UnitMonth): LineCell | undefined => u.lines.find((l) => l.line === line.line);
		const shown = (cell: LineCell | undefined): string =>
			cell?.points == null
				? cell && cell.status !== 'ok'
					? t(STATES[cell.status])
					: '—'
				: points(cell.points);
		const units = view.units.filter((u) => of(u) !== undefined);
		const title = t('slides.line', { line: line.title[lang], weight: line.weight });
		return paged(t, units, PER_SLIDE, title, (some) => [
			{
				kind: 'bars',
				title: t('paper.score'),
				most: Number(line.weight),
				bars: some
					.filter((u) => of(u)!.points !== null)
					.map((u) => ({ name: u.name, value: Number(of(u)!.points), text: shown(of(u)) }))
			},
			{
				kind: 'table',
				columns: [
					{ title: t('month.unit'), width: 30 },
					{ title: t('slides.counted'), width: 27, align: 'right' },
					{ title: t('slides.figure'), width: 27, align: 'right' },
					{ title: t('paper.score'), width: 16, align: 'right' }
				],
				rows: some.map((u) => {
					const cell = of(u)!;
					return [
						u.name,
						cell.status === 'ok' ? `${grouped(cell.numerator)} / ${grouped(cell.denominator)}` : '—',
						lineFigure(lang, figure, cell, u.audit),
						shown(cell)
					];
				})
			}
		]);
	});
}
