import type { CsvCell } from './csv';
import { sheetName, widthOf, workbook, type BookCell } from './workbook';

/** A number as tables write it: its sign, ¥, thousands, decimals and per cent. */
const NUMBER = /^([+\-−]?)(¥?)((?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+))(?:\.(\d+))?(%?)$/;
/** A spreadsheet keeps no more digits than that: longer ones are codes. */
const DIGITS = 15;
const [NARROWEST, WIDEST] = [8, 48];

/** What a spreadsheet holds of a cell: a number where the text is one and nothing else (`007` is a code), else the text, never a formula. */
function written(cell: CsvCell): BookCell {
	if (typeof cell !== 'string') return { value: cell };
	const [, sign, yuan, whole = '', part = '', percent] = NUMBER.exec(cell) ?? [];
	const digits = whole.replaceAll(',', '') + part;
	if (whole === '' || digits.length > DIGITS) return { value: cell };
	const value = Number(
		`${sign === '-' || sign === '−' ? '-' : ''}${whole.replaceAll(',', '')}.${part || '0'}`
	);
	const places = part === '' ? '' : `.${'0'.repeat(part.length)}`;
	const shape = `${yuan === '' ? '' : '"¥"'}${whole.includes(',') || yuan !== '' ? '#,##0' : '0'}${places}${percent}`;
	const signed = sign === '+' ? `+${shape};-${shape};${shape}` : shape;
	return { value: percent === '' ? value : value / 100, numFmt: signed };
}

/** A table as a workbook: numbers as numbers shown as they stood, the head frozen and on every printed page, A4 across. */
export async function tableWorkbook(
	name: string,
	cells: CsvCell[][],
	foot: string[] = []
): Promise<Uint8Array> {
	const [head = [], ...rows] = cells;
	const widths = head.map((title, at) => {
		const widest = rows.reduce(
			(most, row) => Math.max(most, widthOf(String(row[at] ?? ''))),
			Math.max(NARROWEST, widthOf(String(title ?? '')))
		);
		return Math.min(WIDEST, widest + 2);
	});
	return workbook([
		{
			name: sheetName(name),
			running: name,
			widths,
			head: 1,
			rows: [
				head.map((cell): BookCell => ({ value: String(cell ?? ''), look: 'head' })),
				...rows.map((row) => row.map(written)),
				...(foot.length > 0 ? [[]] : []),
				...foot.map((line): BookCell[] => [{ value: line, look: 'note' }])
			]
		}
	]);
}
