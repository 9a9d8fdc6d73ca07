import { message } from '../language/messages';
import type { Lang } from '../language/text';
import { address, sheetName, widthOf, type BookCell, type BookSheet } from '../sheets/workbook';
import type { Row } from '../engine/engine';
import { cellTitle, figureCell, figureText, figureTitle } from './figure-text';
import { seenFigure } from './key-text';
import type { Hidden } from '../policy/masks';
import { figureOf, late, type Line } from './part-view';
import type { Figure, FigureFormat } from './parts/part';

/** A table of a report as it stands on the screen. */
export interface ShownTable {
	lang: Lang;
	/** The section, and what it is called. */
	section: string;
	title: string;
	/** What its rows are told apart by: heads, and what each row says there. */
	keys: string[];
	keysOf: (line: Line) => string[];
	lines: Line[];
	figures: Figure[];
	/** What each period is called whose figures are written out. */
	slots: [of: 'now' | 'before', label: string][];
	/** What is hidden from whoever it is for. */
	hidden: Hidden;
	/** What is said of a list that is longer than what it shows. */
	cut: string[];
}

const label = ({ slots }: ShownTable, text: string, of: string): string =>
	slots.length > 1 ? `${text} (${of})` : text;

/** A median and its ninetieth per cent are two figures where they are written out. */
const writtenOut = ({ figures }: ShownTable): Figure[] =>
	figures.flatMap((figure) => [figure, ...late(figure)]);

/** A figure of a row as it is seen. */
function seenOf({ hidden }: ShownTable, row: Row | null, figure: Figure): ReturnType<typeof figureOf> {
	const value = figureOf(row, figure);
	return row ? seenFigure(figure, row, value, hidden) : value;
}

/** The table as it is copied: its cells as text, header first. */
export function shownCells(table: ShownTable): string[][] {
	const { lang, section, keys, keysOf, lines, slots, cut } = table;
	const figures = writtenOut(table);
	return [
		[
			...keys,
			...figures.flatMap((f) => slots.map(([, name]) => label(table, cellTitle(lang, section, f), name)))
		],
		...lines.map((line) => [
			...keysOf(line),
			...figures.flatMap((f) => slots.map(([of]) => figureCell(lang, seenOf(table, line[of], f), f)))
		]),
		...cut.map((text) => [text])
	];
}

const FORMATS: Partial<Record<FigureFormat, string>> = {
	count: '#,##0',
	yuan: '#,##0.00',
	share: '0.00%',
	hours: '0.00',
	mean: '#,##0.0'
};

/** A column of the sheet: its head, and its cell of a row that stands in that row of the sheet. */
interface Column {
	head: string;
	cell: (line: Line, row: number) => BookCell;
}

const EMPTY: BookCell = { value: null };

/** A table of a report as a sheet that computes itself: what was counted as numbers, shares and means as formulas of them (what they divide stands beside the table where it is no figure of its own). */
export function reportSheet(table: ShownTable, below: string[]): BookSheet {
	const { lang, section, title, keys, keysOf, lines, figures, slots } = table;
	const foot = [...table.cut, ...below];
	const columns: Column[] = keys.map((head, i) => ({
		head,
		cell: (line) => ({ value: keysOf(line)[i]! })
	}));
	/** Where the cells of a column of a period stand, by its id. */
	const places = new Map<string, number>();
	for (const figure of writtenOut(table))
		for (const [of, name] of slots) {
			if (!figure.of) places.set(`${of}/${figure.id}`, columns.length);
			columns.push({
				head: label(table, cellTitle(lang, section, figure), name),
				cell: (line, row) =>
					cellOf(lang, figure, seenOf(table, line[of], figure), (id) =>
						address(row, places.get(`${of}/${id}`)!, false)
					)
			});
		}
	for (const figure of figures)
		for (const [which, id] of (figure.of ?? []).entries())
			for (const [of, name] of slots) {
				if (places.has(`${of}/${id}`)) continue;
				places.set(`${of}/${id}`, columns.length);
				const head = message(lang, which === 0 ? 'part.numerator' : 'part.denominator', {
					figure: figureTitle(lang, section, figure.id)
				});
				columns.push({
					head: label(table, head, name),
					cell: (line) => inputOf(line[of]?.[id] ?? null, figure)
				});
			}
	const rows = lines.map((line, i) => columns.map(({ cell }) => cell(line, i + 1)));
	return {
		name: sheetName(title),
		running: title,
		widths: columns.map(({ head }, at) =>
			Math.min(
				48,
				rows.reduce(
					(most, row) => Math.max(most, widthOf(String(row[at]!.value ?? ''))),
					Math.max(8, widthOf(head))
				) + 2
			)
		),
		head: 1,
		rows: [
			columns.map(({ head }): BookCell => ({ value: head, look: 'head' })),
			...rows,
			...(foot.length > 0 ? [[]] : []),
			...foot.map((line): BookCell[] => [{ value: line, look: 'note' }])
		]
	};
}

/** A figure of a row: counted as a number, divided as a formula. */
function cellOf(
	lang: Lang,
	figure: Figure,
	value: ReturnType<typeof figureOf>,
	at: (id: string) => string
): BookCell {
	if (value === null) return EMPTY;
	if (typeof value === 'string' || figure.format === 'mark')
		return { value: figureText(lang, value, figure) };
	const numFmt = FORMATS[figure.format];
	const shown = numFmt === undefined ? {} : { numFmt };
	if (!figure.of) return { value, look: 'input', ...shown };
	const [over, under] = figure.of.map(at) as [string, string];
	return { value, formula: `${over}/${under}`, look: 'made', ...shown };
}

/** What a figure divides, in its own unit: amounts in yuan. */
const inputOf = (value: Row[string], { amounts }: Figure): BookCell =>
	value === null
		? EMPTY
		: { value: Number(value) / (amounts ? 1000 : 1), look: 'input', numFmt: amounts ? '#,##0.00' : '#,##0' };
