import { message } from '../../language/messages';
import type { Lang } from '../../language/text';
import { widthOf, type BookCell, type BookSheet } from '../../sheets/workbook';
import { causeText, cellName } from './cause-text';
import type { Comparison } from './compare';

const [NARROWEST, WIDEST] = [8, 40];

/** The sheet as it came with the cells that differ marked, and a list of these with ours and the cause. */
export function markedSheets(
	lang: Lang,
	name: string,
	cells: string[][],
	{ deviations }: Comparison
): BookSheet[] {
	const wrong = new Set(deviations.map(({ row, column }) => `${String(row)},${String(column)}`));
	const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
	const heads = ['cell', 'unit', 'figure', 'theirs', 'ours', 'cause'] as const;
	const title = message(lang, 'parallel.title');
	const of = (head: (typeof heads)[number]): string =>
		head === 'unit' ? message(lang, 'month.unit') : message(lang, `parallel.${head}`);
	const list: BookSheet = {
		name: title,
		running: title,
		head: 1,
		widths: [8, 16, 26, 12, 12, 44],
		rows: [
			heads.map((head): BookCell => ({ value: of(head), look: 'head' })),
			...deviations.map((d): BookCell[] => [
				{ value: cellName(d) },
				{ value: d.unit.name },
				{ value: d.figure.title },
				{ value: d.theirs, look: 'wrong' },
				{ value: d.ours ?? '' },
				{ value: causeText(lang, d) }
			])
		]
	};
	const marked: BookSheet = {
		name,
		running: name,
		head: 1,
		widths: Array.from({ length: width }, (_, c) =>
			Math.min(WIDEST, Math.max(NARROWEST, ...cells.map((row) => widthOf(row[c] ?? '') + 2)))
		),
		rows: cells.map((row, r) =>
			row.map((value, c): BookCell => ({
				value,
				look: wrong.has(`${String(r)},${String(c)}`) ? 'wrong' : 'plain'
			}))
		)
	};
	return [list, marked];
}
