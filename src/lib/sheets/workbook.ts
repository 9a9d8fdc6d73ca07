/** What a cell is for: it decides how it looks, and whether one is meant to write in it. */
export type Look = 'plain' | 'title' | 'head' | 'input' | 'made' | 'note' | 'wrong';

export interface BookCell {
	/** Of a formula: what it comes to. Text is never run. */
	value: string | number | boolean | null;
	/** Without the equals sign. */
	formula?: string;
	look?: Look;
	numFmt?: string;
}

/** What may be written in a range (A1): numbers from 0 on, up to `most`, or one of some words. */
export type Allowed = { range: string } & ({ most?: number } | { words: string[] });

/** A sheet of a workbook: it prints on A4 across, its head on every page. */
export interface BookSheet {
	name: string;
	/** In letters; a Chinese character is two. */
	widths: number[];
	rows: BookCell[][];
	/** Rows down to the head, which stay where they are, and columns that do. */
	head: number;
	frozenColumns?: number;
	allowed?: Allowed[];
	/** What stands at the head of each printed page. */
	running: string;
}

/** Rows of a sheet, by Excel's own limit. */
export const MOST_ROWS = 1_048_576;
const MOST_NAME = 31;

/** A name that a sheet can have: what Excel forbids is left out. */
export const sheetName = (name: string): string =>
	name
		.replaceAll(/[[\]:*?/\\]/g, ' ')
		.replaceAll(/^['\s]+|['\s]+$/g, '')
		.slice(0, MOST_NAME) || 'Sheet1';

/** How wide a text is in a spreadsheet's column. */
export const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

/** The letters of a column, from 0. */
export function columnName(at: number): string {
	const rest = Math.floor(at / 26) - 1;
	return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode(65 + (at % 26))}`;
}

/** A cell's address, row and column from 0; fixed, it stays the same wherever the formula is copied. */
export const address = (row: number, column: number, fixed = true): string =>
	fixed ? `$${columnName(column)}$${String(row + 1)}` : `${columnName(column)}${String(row + 1)}`;

/** An address on another sheet. */
export const on = (sheet: string, at: string): string => `'${sheet.replaceAll("'", "''")}'!${at}`;

const rgb = (color: string) => ({ rgb: color });
const filled = (color: string) => ({ type: 'pattern', pattern: 'solid', fgColor: rgb(color) }) as const;
const UNDER = { bottom: { style: 'thin', color: rgb('9AA5B1') } } as const;

/** Excel's own for Chinese; other programs take theirs in its place. */
const FONT = { name: '等线', size: 11 };
/** What is typed is blue, what is computed black, as finance writes it. */
const LOOKS = {
	plain: {},
	title: { font: { ...FONT, bold: true, size: 14 } },
	head: {
		font: { ...FONT, bold: true },
		fill: filled('EEF1F5'),
		border: UNDER,
		alignment: { wrapText: true, vertical: 'center' }
	},
	input: { font: { ...FONT, color: rgb('1F4FBF') } },
	made: {},
	note: { font: { ...FONT, color: rgb('66707C') } },
	wrong: { font: { ...FONT, color: rgb('A61B1B') }, fill: filled('FBE3E3') }
} as const;

/** Sheets as a workbook; throws where one has more rows than Excel takes. */
export async function workbook(sheets: BookSheet[]): Promise<Uint8Array> {
	const long = sheets.find(({ rows }) => rows.length > MOST_ROWS);
	if (long) throw new Error(`${long.name}: more rows than a sheet of Excel has (${String(MOST_ROWS)})`);
	const { writeXlsx } = await import('hucre/xlsx');
	return writeXlsx({
		defaultFont: FONT,
		sheets: sheets.map(written),
		// by hand: the writer doesn't quote a sheet's name there, and Excel then mends the file
		namedRanges: sheets.map(({ name, head }) => ({
			name: '_xlnm.Print_Titles',
			range: on(name, `$${String(head)}:$${String(head)}`),
			scope: name
		}))
	});
}

type WrittenSheet = Parameters<(typeof import('hucre/xlsx'))['writeXlsx']>[0]['sheets'][number];
type WrittenCells = NonNullable<WrittenSheet['cells']>;

function written(sheet: BookSheet): WrittenSheet {
	const cells: WrittenCells = new Map();
	for (const [r, row] of sheet.rows.entries())
		for (const [c, { value, formula, look = 'plain', numFmt }] of row.entries()) {
			if (formula === undefined && look === 'plain' && numFmt === undefined) continue;
			// a head stands over numbers as these stand
			const isOverNumbers = look === 'head' && typeof sheet.rows[r + 1]?.[c]?.value === 'number';
			cells.set(`${String(r)},${String(c)}`, {
				style: {
					...LOOKS[look],
					...(isOverNumbers ? { alignment: { ...LOOKS.head.alignment, horizontal: 'right' as const } } : {}),
					...(numFmt === undefined ? {} : { numFmt })
				},
				...(formula === undefined ? {} : { formula, formulaResult: value })
			});
		}
	const allowed = (sheet.allowed ?? []).map((rule) => ({
		range: rule.range,
		allowBlank: true,
		showErrorMessage: true,
		...('words' in rule
			? { type: 'list' as const, values: rule.words }
			: {
					type: 'decimal' as const,
					...(rule.most === undefined
						? { operator: 'greaterThanOrEqual' as const, formula1: '0' }
						: { operator: 'between' as const, formula1: '0', formula2: String(rule.most) })
				})
	}));
	return {
		name: sheet.name,
		columns: sheet.widths.map((width) => ({ width })),
		rows: sheet.rows.map((row) => row.map(({ value, formula }) => (formula === undefined ? value : null))),
		cells,
		...(allowed.length > 0 ? { dataValidations: allowed } : {}),
		freezePane: { rows: sheet.head, columns: sheet.frozenColumns ?? 0 },
		pageSetup: {
			paperSize: 'a4',
			orientation: 'landscape',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0
		},
		headerFooter: { oddHeader: `&L${sheet.running.replaceAll('&', '&&')}`, oddFooter: '&R&P / &N' }
	};
}
