import { strFromU8, unzipSync } from 'fflate';
import type { Cell, CellValue, Sheet as Book } from 'hucre/xlsx';
import { hiddenNotes, spread, type Sheet } from './sheet';
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

function seen(sheet: Book, stale: boolean, epoch: number): Sheet {
	const rows = sheet.rows.map((row, r) =>
		row.map((value, c) => cellText(value, sheet.cells?.get(`${String(r)},${String(c)}`), stale, epoch))
	);
	spread(rows, sheet.merges ?? []);
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	const hiddenRows = [...(sheet.rowDefs ?? [])].filter(
		([at, def]) => def.hidden && rows[at]?.some((cell) => cell !== '')
	);
	const hiddenColumns = (sheet.columns ?? []).slice(0, width).filter((def) => def.hidden);
	return {
		name: sheet.name,
		hidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
		rows,
		warnings: hiddenNotes(hiddenRows.length, hiddenColumns.length)
	};
}

/** A cell as it is shown; a formula without a result is its own text. */
function cellText(value: CellValue, cell: Cell | undefined, stale: boolean, epoch: number): string {
	if (cell?.formula !== undefined && isUncomputed(value, cell, stale)) return `=${cell.formula || '?()'}`;
	return valueText(value, cell?.style?.numFmt ?? '', epoch);
}

/** Libraries write formulas without a result, or with 0 and the wish to be computed on opening. */
const isUncomputed = (value: CellValue, cell: Cell, stale: boolean): boolean =>
	value === null || (stale && value === 0 && cell.type !== 'error');
