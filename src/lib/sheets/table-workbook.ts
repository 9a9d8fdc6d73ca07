import type { CsvCell } from './csv';

/** A number as tables write it: its sign, ¥, thousands, decimals and per cent. */
const NUMBER = /^([+\-−]?)(¥?)((?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+))(?:\.(\d+))?(%?)$/;
/** A spreadsheet keeps no more digits than that: longer ones are codes. */
const DIGITS = 15;
/** Rows of a sheet, by Excel's own limit. */
const MOST_ROWS = 1_048_576;
const [NARROWEST, WIDEST] = [8, 48];

/** A cell's value for a spreadsheet, and the format that shows it as it stood. */
interface Written {
	value: string | number | boolean | null;
	numFmt?: string;
}

/** What a spreadsheet holds of a cell: a number where the text is one and nothing else (`007` is a code), else the text, never a formula. */
function written(cell: CsvCell): Written {
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

interface Style {
	numFmt?: string;
	font?: { bold: boolean };
}

/** How wide a text is in a spreadsheet's column: a Chinese character is two letters. */
const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

/** A name that a sheet can have: what Excel forbids is left out, and 31 letters at most. */
const sheetName = (name: string): string =>
	name
		.replaceAll(/[[\]:*?/\\]/g, ' ')
		.trim()
		.slice(0, 31) || 'Sheet1';

/** A table as a workbook: numbers as numbers shown as they stood, the head frozen and on every printed page, A4 across. */
export async function tableWorkbook(
	name: string,
	cells: CsvCell[][],
	foot: string[] = []
): Promise<Uint8Array> {
	if (cells.length + foot.length >= MOST_ROWS)
		throw new Error(`more rows than a sheet of Excel has (${String(MOST_ROWS)})`);
	const { writeXlsx } = await import('hucre/xlsx');
	const [head = [], ...rows] = cells;
	const body = rows.map((row) => row.map(written));
	const columns = head.map((title, at) => {
		const widest = rows.reduce(
			(most, row) => Math.max(most, widthOf(String(row[at] ?? ''))),
			Math.max(NARROWEST, widthOf(String(title ?? '')))
		);
		return { width: Math.min(WIDEST, widest + 2) };
	});
	const styles = new Map<string, { style: Style }>(
		head.map((_, c) => [`0,${String(c)}`, { style: { font: { bold: true } } }])
	);
	for (const [r, row] of body.entries())
		for (const [c, { numFmt }] of row.entries())
			if (numFmt !== undefined) styles.set(`${String(r + 1)},${String(c)}`, { style: { numFmt } });
	return writeXlsx({
		sheets: [
			{
				name: sheetName(name),
				columns,
				rows: [
					head.map((cell) => String(cell ?? '')),
					...body.map((row) => row.map(({ value }) => value)),
					...(foot.length > 0 ? [[]] : []),
					...foot.map((line) => [line])
				],
				cells: styles,
				freezePane: { rows: 1 },
				pageSetup: {
					paperSize: 'a4',
					orientation: 'landscape',
					fitToPage: true,
					fitToWidth: 1,
					fitToHeight: 0,
					printTitlesRow: '$1:$1'
				},
				headerFooter: { oddHeader: `&L${name.replaceAll('&', '&&')}`, oddFooter: '&R&P / &N' }
			}
		]
	});
}
