import { encodeText, type SampleEncoding } from '../../../../scripts/samples/encoding';
import { DATASETS, type Column, type Dataset } from '../../../../src/lib/intake/dataset';
import { CELLS } from './cells';
import type { Chance } from './chance';
import { header } from './headers';

/** Lines above a table, and below it. */
const TITLES = [
	'2026年10月客服报表',
	'统计时间：2026-10-01 至 2026-10-31',
	'导出时间：2026-11-02 10:00',
	'2026-10 / 2026-11',
	'单位：万元',
	'金额单位:元',
	'（千元）',
	'时区：UTC+0',
	'时区: GMT-03:30',
	'满分10分',
	'采用五分制',
	'共5条',
	'客服部',
	'2026.10',
	'2026年13月',
	'2026年第3季',
	'货币是人民币(百万元)'
];
const FOOTERS = [
	'合计',
	'本页小计',
	'共3条',
	'Total',
	'制表：张敏',
	'审核人: 李雷',
	'备注',
	'备注：单位为万元',
	'注1',
	'以上数据来自系统',
	'第1页',
	'满分10分制',
	'说明: 满分为五分',
	'subtotal',
	'日期：2026-10-31',
	'totals'
];

/** Digits of the example stepped on, so that records differ. */
const stepped = (text: string, at: number): string =>
	text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + at) % 10));

const KEPT = new Set(['branch', 'person', 'word', 'label', 'month', 'date', 'time', 'satisfaction']);

/** A cell of a column: most as the data set's example has it, some of all the others. */
function cellOf(chance: Chance, dataset: Dataset, column: Column | null, at: number): string {
	if (!column || chance.often(0.04)) return chance.of(CELLS);
	if (chance.often(0.04)) return chance.of(['', '', ' ', '--', '/', 'null', '—']);
	const example = dataset.example[column.column] ?? fallback(column);
	return KEPT.has(column.type) ? example : stepped(example, at);
}

const fallback = (column: Column): string =>
	({ time: '2026-10-07 08:00:00', date: '2026-10-07', month: '2026-10', number: '3' })[
		column.type as string
	] ?? '';

const quoted = (cell: string, delimiter: string, always: boolean): string =>
	always || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A text file of a data set as a system exports it and people change it, with what goes wrong on the way. */
export function fileOf(chance: Chance): { dataset: string; bytes: Uint8Array } {
	const dataset = chance.of(DATASETS);
	const columns = header(chance, dataset);
	const delimiter = chance.of([',', ',', ',', '\t', ';', '|']);
	const newline = chance.of(['\n', '\n', '\r\n', '\r']);
	const always = chance.often(0.1);
	const line = (cells: string[]): string =>
		cells.map((cell) => quoted(cell, delimiter, always)).join(delimiter);
	const wide = (text: string): string =>
		chance.often(0.5) ? text : line([text, ...columns.slice(1).map(() => '')]);
	const lines: string[] = [];
	while (chance.often(0.25)) lines.push(wide(chance.of(TITLES)));
	if (chance.often(0.05)) lines.push('');
	const names = columns.map((c) => c.header);
	if (chance.often(0.05))
		lines.push(line(names.map((_, i) => (i % 3 === 0 ? chance.of(['计划', '实际', '回访', '']) : ''))));
	lines.push(line(names));
	if (chance.often(0.05)) lines.push(line(names.map(() => chance.of(['必填', '选填', '(可空)']))));
	if (chance.often(0.04)) lines.push(line(columns.map((c) => c.column?.column ?? c.header)));
	const records = chance.below(8) + 1;
	for (let i = 0; i < records; i++) {
		const cells = columns.map(({ column }) => cellOf(chance, dataset, column, i));
		if (chance.often(0.03)) cells.push('x');
		if (chance.often(0.03)) cells.pop();
		if (chance.often(0.1)) cells.push('', '');
		lines.push(chance.often(0.02) ? `"${line(cells)}` : line(cells));
		if (chance.often(0.05)) lines.push(chance.of(['', line(names.map(() => '')), ' ']));
		if (chance.often(0.03)) lines.push(line(names));
	}
	if (chance.often(0.06))
		lines.push(
			'',
			line(header(chance, chance.of(DATASETS)).map((c) => c.header)),
			line(names.map(() => '1'))
		);
	while (chance.often(0.25)) lines.push(wide(chance.of(FOOTERS)));
	const text = lines.join(newline) + (chance.often(0.7) ? newline : '');
	const encoding = chance.of<SampleEncoding>(['utf-8', 'utf-8', 'utf-8', 'utf-8-bom', 'gb18030', 'utf-16le']);
	// what GB18030 as Node writes it can't say stays out of such a file
	const bytes = encodeText(
		encoding === 'gb18030' ? text.replace(/[^\u0020-\u007e\t\r\n\u3001\u3002\u4e00-\u9fa5]/g, '') : text,
		encoding
	);
	if (chance.often(0.05)) bytes[chance.below(bytes.length)] = 0xff;
	return { dataset: dataset.dataset, bytes };
}
