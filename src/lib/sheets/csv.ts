import Papa from 'papaparse';

export type CsvCell = string | number | boolean | null;

const RISKY = /^[\s\ufeff]*[=+\-@]|^[\t\r\n]/;
const NUMBER = /^[+-]?¥?\d[\d,]*(?:\.\d+)?%?$/;
const MINUS = /^\u2212(?=¥?\d)/;

/** A cell's text such that no spreadsheet runs it as a formula, and numbers are numbers there: a plain minus before them, and nothing else. */
export const harmless = (cell: CsvCell): string => {
	const text = cell === null ? '' : String(cell);
	const number = text.replace(MINUS, '-');
	if (NUMBER.test(number)) return number;
	return RISKY.test(text) ? `'${text}` : text;
};

/** Rows as CSV text: UTF-8 mark, header, LF, quotes where they are needed. */
export function csvText(header: string[], rows: CsvCell[][]): string {
	return `\ufeff${Papa.unparse([header, ...rows.map((row) => row.map(harmless))], { newline: '\n' })}\n`;
}
