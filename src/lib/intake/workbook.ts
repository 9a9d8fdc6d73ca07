import type { CellValue } from 'hucre';
import { recognise } from './header';

/** The text of a workbook's sheet as tab-separated UTF-8, one line a sheet row, and the names of the sheets that hold rows. */
export interface SheetText {
	bytes: Uint8Array;
	sheets: string[];
	sheet: string;
}

/** Reads one sheet of an .xlsx or .xls workbook: the named one, else the first whose header is known, else the first; merged cells keep their value in the first cell. */
export async function sheetText(
	bytes: Uint8Array,
	format: 'xlsx' | 'xls',
	wanted?: string
): Promise<SheetText> {
	const { readXls, readXlsx } = await import('hucre/xlsx');
	const book = format === 'xlsx' ? await readXlsx(bytes) : await readXls(bytes);
	const sheet = book.sheets.find((s) => s.name === wanted) ?? book.sheets.find(isKnown) ?? book.sheets[0];
	if (!sheet) throw new Error('a workbook without sheets');
	const filled = book.sheets.filter((s) => s === sheet || s.rows.length > 1);
	return { bytes: rowsText(sheet.rows, true), sheets: filled.map((s) => s.name), sheet: sheet.name };
}

const HEAD_ROWS = 40;

const isKnown = ({ rows }: { rows: CellValue[][] }): boolean =>
	rows.slice(0, HEAD_ROWS).some((row) => recognise(row.map((cell) => cellValueText(cell))) !== null);

/** Rows as tab-separated text in UTF-8, one line a row, filled up to the widest where asked; line breaks within a cell become spaces, so that lines count rows. */
export function rowsText(rows: (CellValue | undefined)[][], fill: boolean): Uint8Array {
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	const lines = rows.map((row) =>
		Array.from({ length: fill ? width : row.length }, (_, i) => quoted(cellValueText(row[i] ?? null))).join(
			'\t'
		)
	);
	return new TextEncoder().encode(lines.map((line) => line + '\n').join(''));
}

const quoted = (text: string): string => {
	const flat = text.replace(/\r\n|[\r\n]/g, ' ');
	return /["\t]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
};

const SAFE_DIGITS = 15;

/** A cell's value as its source meant it; a whole number of more than 15 digits has lost some and is written so that it shows. */
export function cellValueText(value: CellValue): string {
	if (value === null) return '';
	if (value instanceof Date) return dateText(value);
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	if (typeof value === 'string') return value;
	if (Math.abs(value) >= 10 ** SAFE_DIGITS) return value.toExponential(SAFE_DIGITS - 1).toUpperCase();
	const digits = Number(value.toPrecision(SAFE_DIGITS));
	return /e/.test(String(digits)) ? digits.toFixed(20).replace(/0+$/, '') : String(digits);
}

function dateText(date: Date): string {
	const whole = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
	const text = whole.slice(0, 19).replace('T', ' ');
	return text.endsWith(' 00:00:00') ? text.slice(0, 10) : text;
}
