import { strFromU8, unzipSync } from 'fflate';
import type { Cell, CellValue, Sheet as Book } from 'hucre/xlsx';
import { hiddenNotes, spread, type Merge, type Sheet } from './sheet';
import { EPOCH_1900, EPOCH_1904, valueText } from './shown';

/** The sheets of an .xlsx or .xlsm workbook as Excel shows them; throws where it can't be read. */
export async function readXlsxBook(bytes: Uint8Array): Promise<Sheet[]> {
	const { readXlsx } = await import('hucre/xlsx');
	const book = await readXlsx(bytes, { readStyles: true });
	const { stale, epoch } = settingsOf(bytes);
	return book.sheets.map((sheet) => seen(sheet, stale, epoch));
}

/** Whether results are stored that Excel would compute anew on opening, and the first day of serial dates. */
function settingsOf(bytes: Uint8Array): { stale: boolean; epoch: number } {
	const [xml] = Object.values(unzipSync(bytes, { filter: ({ name }) => /^xl\/workbook\.xml$/i.test(name) }));
	const text = xml ? strFromU8(xml) : '';
	return {
		stale: /<calcPr[^>]*fullCalcOnLoad="(?:1|true)"/i.test(text),
		epoch: /<workbookPr[^>]*date1904="(?:1|true)"/i.test(text) ? EPOCH_1904 : EPOCH_1900
	};
}

function seen(sheet: Book, isStale: boolean, epoch: number): Sheet {
	const stale = isStale || allZero(sheet);
	const within = arrayRanges(sheet);
	const rows = sheet.rows.map((row, r) =>
		row.map((value, c) =>
			within(r, c) && isUncomputed(value, stale)
				? '=?()'
				: cellText(value, sheet.cells?.get(`${String(r)},${String(c)}`), stale, epoch)
		)
	);
	const merged = spread(rows, sheet.merges ?? []);
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	const hiddenRows = [...(sheet.rowDefs ?? [])].filter(
		([at, def]) => def.hidden && rows[at]?.some((cell) => cell !== '')
	);
	const hiddenColumns = (sheet.columns ?? []).slice(0, width).filter((def) => def.hidden);
	return {
		name: sheet.name,
		hidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
		rows,
		merged,
		warnings: hiddenNotes(hiddenRows.length, hiddenColumns.length)
	};
}

/** A cell as it is shown; a formula without a result is its own text. */
function cellText(value: CellValue, cell: Cell | undefined, stale: boolean, epoch: number): string {
	if (cell?.formula !== undefined && cell.type !== 'error' && isUncomputed(value, stale))
		return `=${cell.formula || '?()'}`;
	return valueText(value, cell?.style?.numFmt ?? '', epoch);
}

/** Libraries write formulas without a result, or with 0 and the wish to be computed on opening. */
const isUncomputed = (value: CellValue, stale: boolean): boolean => value === null || (stale && value === 0);

/** Whether every formula of a sheet says 0, as some libraries write those that they can't compute. */
function allZero({ cells }: Book): boolean {
	const formulas = [...(cells?.values() ?? [])].filter((cell) => cell.formula !== undefined);
	return formulas.length > 0 && formulas.every((cell) => cell.value === 0);
}

/** Tells whether a place lies in the range of an array formula: its cells have no formula of their own. */
function arrayRanges({ cells }: Book): (row: number, col: number) => boolean {
	const ranges = [...(cells?.values() ?? [])].flatMap((cell) =>
		cell.formulaType === 'array' && cell.formulaRef ? [rangeOf(cell.formulaRef)] : []
	);
	return (row, col) =>
		ranges.some((r) => row >= r.startRow && row <= r.endRow && col >= r.startCol && col <= r.endCol);
}

/** A range such as `G2:G94`, from 0. */
function rangeOf(ref: string): Merge {
	const [from, to = from] = ref.split(':').map((cell) => {
		const [, letters, digits] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(cell) ?? [];
		const col = [...(letters ?? 'A').toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
		return { row: Number(digits ?? 1) - 1, col };
	});
	return { startRow: from!.row, startCol: from!.col, endRow: to!.row, endCol: to!.col };
}
