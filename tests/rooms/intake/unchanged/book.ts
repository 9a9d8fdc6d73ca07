import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import type { Chance } from './chance';

const HEAD = ['回访编号', '分部', '回访人', '回访时间', '回访结果', '满意度', '备注'];
const FORMATS = ['0.00', '0%', '0.0"分"', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', '[h]:mm', '#,##0', '@'];
const NUMBERS = [0, 1, 0.5, 0.885, 1234.5, -3, 46300.5, 7, 1e15, 88.66667];
const TEXTS = ['HF1', 'B01', '张敏', '2026-10-05', '已完成', '满意', 'a"b', '两\n行'];

/** What a sheet's cell may be, with its text or number in the row. */
function cellOf(chance: Chance): Partial<Cell> | null {
	if (chance.often(0.15)) return null;
	if (chance.often(0.3)) return { value: chance.of(TEXTS), type: 'string' };
	if (chance.often(0.1)) return { value: chance.often(0.5), type: 'boolean' };
	return { value: chance.of(NUMBERS), type: 'number', style: { numFmt: chance.of(FORMATS) } };
}

/** An .xlsx workbook, with what its settings say changed now and then. */
export async function newBook(chance: Chance): Promise<Uint8Array> {
	const sheet = (name: string): WriteSheet => {
		const rows: (string | null)[][] = [HEAD];
		const cells = new Map<string, Partial<Cell>>();
		for (let r = 1; r <= chance.below(5); r++) {
			rows.push(HEAD.map(() => null));
			for (let c = 0; c < HEAD.length; c++) {
				const cell = cellOf(chance);
				if (cell) cells.set(`${String(r)},${String(c)}`, cell);
			}
		}
		return {
			name,
			rows,
			cells,
			hidden: chance.often(0.15),
			veryHidden: chance.often(0.05),
			rowDefs: new Map(chance.some([1, 2, 3], 0.15).map((at) => [at, { hidden: true }])),
			columns: HEAD.map(() => ({ hidden: chance.often(0.08) })),
			merges: chance.often(0.3)
				? [
						chance.of([
							{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 },
							{ startRow: 0, endRow: 0, startCol: 0, endCol: 2 },
							{ startRow: 1, endRow: 3, startCol: 0, endCol: 0 }
						])
					]
				: []
		};
	};
	const bytes = await writeXlsx({ sheets: ['回访', '说明', '旧'].slice(0, chance.below(3) + 1).map(sheet) });
	const parts = unzipSync(bytes);
	const name = 'xl/workbook.xml';
	const setting = chance.of([
		'<workbookPr date1904="1"/>',
		'<workbookPr date1904="true"/>',
		'<workbookPr date1904="0"/>',
		''
	]);
	const calc = chance.of([
		'<calcPr fullCalcOnLoad="1"/>',
		'<calcPr calcId="1" fullCalcOnLoad="true"/>',
		'<calcPr fullCalcOnLoad="0"/>',
		''
	]);
	const text = strFromU8(parts[name]!)
		.replace(/<workbookPr[^>]*\/>/, '')
		.replace('<sheets>', `${setting}<sheets>`)
		.replace('</sheets>', `</sheets>${calc}`);
	const first = 'xl/worksheets/sheet1.xml';
	const sheetXml = strFromU8(parts[first]!).replace('</sheetData>', `${formulas(chance)}</sheetData>`);
	return zipSync({ ...parts, [name]: strToU8(text), [first]: strToU8(sheetXml) });
}

/** Rows of formulas: with a result or without, in ranges of one array formula, beside numbers of their own. */
function formulas(chance: Chance): string {
	if (chance.often(0.3)) return '';
	const zero = chance.often(0.3);
	const value = (): string => {
		const stored = zero ? 0 : chance.of([0, 3, 1.5]);
		return chance.often(0.7) ? `<v>${String(stored)}</v>` : '';
	};
	const cell = (at: string): string =>
		chance.of([
			() => `<c r="${at}"><f>A1+B1</f>${value()}</c>`,
			() => `<c r="${at}"><f/>${value()}</c>`,
			() => `<c r="${at}" t="str"><f>A1&amp;B1</f><v>x</v></c>`,
			() => `<c r="${at}" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
			() => `<c r="${at}"><v>0</v></c>`,
			() => `<c r="${at}"><v>7</v></c>`,
			() => ''
		])();
	const array = chance.often(0.4)
		? `<c r="A9"><f t="array" ref="${chance.of(['A9', 'A9:C10', '$A$9:$B$9'])}">X1:X2</f>${value()}</c>`
		: cell('A9');
	const row = (at: number, first: string): string =>
		`<row r="${String(at)}">${first}${[...'BCD'].map((c) => cell(`${c}${String(at)}`)).join('')}</row>`;
	return row(9, array) + row(10, cell('A10'));
}
