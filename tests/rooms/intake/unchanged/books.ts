import { strToU8, zipSync } from 'fflate';
import { xls, type XlsBook, type XlsCell, type XlsSheet } from './biff';
import type { Chance } from './chance';

const HEAD = ['回访编号', '分部', '回访人', '回访时间', '回访结果', '满意度', '金额'];
const FORMATS = [
	'0.00',
	'0%',
	'0.0"分"',
	'yyyy-mm-dd',
	'yyyy-mm-dd hh:mm:ss',
	'[h]:mm',
	'#,##0',
	'"第"0"号"',
	'000'
];
const NUMBERS = [0, 1, 5, 0.5, 0.885, 1234.5, -3, 46300, 46300.5, 7, 1e15, 88.66667];
const TEXTS = ['HF1', 'B01', '张敏', '2026-10-05', '已完成', '满意', '', 'a"b', 'x\ty', '两\n行', '12%', '5'];

/** A page with tables as systems write them under the name of a workbook. */
export function page(chance: Chance): Uint8Array {
	const span = (): string =>
		chance.often(0.12)
			? ` ${chance.of(['rowspan', 'colspan'])}="${chance.of(['2', '3', '0', 'x', '1200'])}"`
			: '';
	const style = (): string =>
		chance.often(0.3)
			? ` style="color:red;${chance.of(['mso-number-format', 'MSO-Number-Format'])}:${chance.of(["'\\@'", '0\\.00', "'0%'", 'Percent', 'fixed', "'yyyy\\-mm\\-dd'", "'\\0022第\\00220'", 'General', 'Standard', "''"])}"`
			: '';
	const number = (): string => (chance.often(0.15) ? ` x:num="${String(chance.of(NUMBERS))}"` : '');
	const inner = (): string =>
		chance.of([
			String(chance.of(NUMBERS)),
			chance.of(TEXTS),
			chance.of(TEXTS),
			`a<br>b`,
			`<p>a</p><p>b</p>`,
			`<div>1</div>`,
			`<input value="3">`,
			`<input type="hidden" value="9">`,
			`<input type="text" value="t">`,
			`<select><option>x</select>y`,
			`<script>z</script>q`,
			`<span> 1 \n 2 </span>`,
			`<table><tr><td>in</td></tr></table>`,
			'&nbsp;',
			''
		]);
	const row = (tag: string, cells: string[]): string =>
		`<tr>${cells.map((c) => `<${tag}${span()}${style()}${number()}>${c}${chance.often(0.9) ? `</${tag}>` : ''}`).join('')}${chance.often(0.9) ? '</tr>' : ''}`;
	const table = (): string => {
		const width = chance.below(HEAD.length) + 1;
		const head = chance.often(0.8) ? row('th', HEAD.slice(0, width)) : '';
		const rows = Array.from({ length: chance.below(4) }, () =>
			row('td', Array.from({ length: width }, inner))
		);
		return `<table>${head}${rows.join('')}</table>`;
	};
	const tables = Array.from({ length: chance.below(3) + 1 }, table);
	return strToU8(
		`<html><head><title>t</title></head><body>题${tables.join(chance.of(['', '<p>页</p>', 'x']))}<td>外</td></body></html>`
	);
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An OpenDocument workbook. */
export function ods(chance: Chance): Uint8Array {
	const cell = (): string => {
		const covered = chance.often(0.05);
		const value = chance.of(NUMBERS);
		const text = chance.of(TEXTS);
		const shown = chance.of([
			String(value),
			`${String(value)}.0`,
			`¥${String(value)}`,
			'1,234.50',
			'88.5%',
			'0.9',
			'约1',
			'1 234.5'
		]);
		const kind = chance.of([
			` office:value-type="float" office:value="${String(value)}"`,
			` office:value-type="percentage" office:value="${String(value)}"`,
			` office:value-type="currency" office:value="${String(value)}"`,
			` office:value-type="date" office:date-value="${chance.of(['2026-10-05', '2026-10-05T09:30:00', '2026-10-05T00:00:00', '2026-10-05T09:30:00.5'])}"`,
			` office:value-type="date"`,
			` office:value-type="string"`,
			` office:value-type="float" office:value="x"`,
			` table:formula="of:=A1+B1"`,
			` table:formula="of:=A1" office:value-type="float" office:value="3"`,
			''
		]);
		const more = [
			chance.often(0.1) ? ` table:number-columns-repeated="${chance.of(['2', '3', '40'])}"` : '',
			chance.often(0.08) ? ` table:number-rows-spanned="2"` : '',
			chance.often(0.08) ? ` table:number-columns-spanned="2"` : ''
		].join('');
		const note = chance.often(0.1) ? '<office:annotation><text:p>批注</text:p></office:annotation>' : '';
		const body = chance.of([
			`<text:p>${escaped(kind.includes('value=') ? shown : text)}</text:p>`,
			`<text:p>${escaped(shown)}</text:p>`,
			`<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>`,
			`<text:p>a<text:s/>b</text:p><text:p>c</text:p>`,
			''
		]);
		const tag = covered ? 'table:covered-table-cell' : 'table:table-cell';
		return `<${tag}${kind}${more}>${note}${body}</${tag}>`;
	};
	const hidden = (): string =>
		chance.often(0.15) ? ` table:visibility="${chance.of(['collapse', 'visible', 'filter'])}"` : '';
	const row = (cells: string[]): string =>
		`<table:table-row${hidden()}${chance.often(0.1) ? ` table:number-rows-repeated="${chance.of(['2', '3'])}"` : ''}>${cells.join('')}</table:table-row>`;
	const text = (t: string): string =>
		`<table:table-cell office:value-type="string"><text:p>${t}</text:p></table:table-cell>`;
	const sheet = (name: string, i: number): string => {
		const rows = Array.from({ length: chance.below(4) }, () =>
			row(Array.from({ length: chance.below(5) + 1 }, cell))
		);
		const columns = `<table:table-column${hidden()}${chance.often(0.2) ? ' table:number-columns-repeated="3"' : ''}/>`;
		const inner = chance.often(0.1)
			? `<table:table-row><table:table-cell><table:table><table:table-row>${text('in')}</table:table-row></table:table></table:table-cell></table:table-row>`
			: '';
		const named = chance.often(0.9) ? ` table:name="${name}"` : '';
		return `<table:table${named} table:style-name="ta${String(i)}">${columns}${chance.often(0.7) ? row(HEAD.map(text)) : ''}${inner}${rows.join('')}${chance.often(0.5) ? '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>' : ''}</table:table>`;
	};
	const sheets = ['回访', '说明', '三'].slice(0, chance.below(3) + 1);
	const styles = sheets
		.map(
			(_, i) =>
				`<style:style style:family="table" style:name="ta${String(i)}"><style:table-properties table:display="${chance.of(['true', 'true', 'false'])}"/></style:style>`
		)
		.join('');
	const other =
		'<style:style style:family="table-column" style:name="ta0"><style:table-properties table:display="false"/></style:style>';
	const content = `<?xml version="1.0"?><office:document-content>${styles}${other}${sheets.map(sheet).join('')}</office:document-content>`;
	const locked = chance.often(0.05) ? '<manifest:encryption-data/>' : '';
	return zipSync({
		mimetype: strToU8(
			chance.often(0.95)
				? 'application/vnd.oasis.opendocument.spreadsheet'
				: 'application/vnd.oasis.opendocument.text'
		),
		'content.xml': strToU8(content),
		...(chance.often(0.9) && { 'META-INF/manifest.xml': strToU8(`<manifest>${locked}</manifest>`) })
	});
}

/** An .xls workbook. */
export function oldBook(chance: Chance): Uint8Array {
	const styles = [0, 164, 165, 166, 9, 14, 22, 2, 4];
	const sheetOf = (name: string): XlsSheet => {
		const cells: XlsCell[] = HEAD.map((text, col) => ({ row: 0, col, style: 0, text }));
		const rows = chance.below(4) + 1;
		for (let row = 1; row <= rows; row++)
			for (let col = 0; col < 9; col++) {
				// behind the fifth a run may stand, which says less of those behind it than they themselves
				if (col >= 5 && chance.often(0.5)) continue;
				const at = { row, col, style: chance.below(styles.length) };
				const number = chance.of(NUMBERS);
				if (chance.often(0.35)) cells.push({ ...at, text: chance.of(TEXTS) });
				else if (chance.often(0.2))
					cells.push({ ...at, formula: chance.of([0, 0, 2, -0]), pending: chance.often(0.5) });
				else if (chance.often(0.8)) {
					const fitsRk = Number.isInteger(number) && Math.abs(number) < 2 ** 28;
					cells.push({ ...at, number, how: fitsRk ? chance.of(['rk', 'number']) : 'number' });
				}
			}
		return {
			name,
			state: chance.of([0, 0, 0, 1, 2]),
			cells,
			rows: chance.some([0, 1, 2, 9], 0.4).map((row) => ({ row, hidden: chance.often(0.5) })),
			columns: chance
				.some(
					[
						[1, 1],
						[2, 4],
						[20, 300]
					],
					0.3
				)
				.map(([from, to]) => ({ from: from!, to: to!, hidden: chance.often(0.6) })),
			merges: chance.often(0.3)
				? [
						chance.of<[number, number, number, number]>([
							[1, 2, 1, 1],
							[1, 1, 0, 2],
							[2, 9, 0, 0]
						])
					]
				: [],
			runs: chance.often(0.5)
				? [
						{
							row: chance.below(3) + 1,
							col: 5,
							numbers: [3, 46300, 7]
								.slice(0, chance.below(3) + 1)
								.map((number) => ({ number, style: chance.below(styles.length) }))
						}
					]
				: []
		};
	};
	const book: XlsBook = {
		is1904: chance.often(0.2),
		locked: chance.often(0.05),
		formats: [
			[164, chance.of(FORMATS)],
			[165, chance.of(FORMATS)],
			[166, 'yyyy"年"m"月"d"日"']
		],
		styles,
		sheets: ['回访', 'Sheet2'].slice(0, chance.below(2) + 1).map(sheetOf)
	};
	return xls(book);
}
