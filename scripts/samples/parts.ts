import { random, type Random } from './random';
import { each, pad } from './common';
import {
	callsOf,
	planRows,
	reportRows,
	receiptRows,
	logRows,
	type Counted,
	meterRows,
	figureRows
} from './part-rows';

/** A file of the parts beside the scorecards: its name and its cells, header first. */
export interface PartFile {
	name: string;
	cells: string[][];
}

/** Who resolves a ticket of a category, and whether there is a warranty on it. */
const PARTIES: Record<string, [party: string, warranty: boolean]> = {
	物业服务: ['物业', false],
	设施设备: ['厂家', true],
	环境卫生: ['保洁公司', false],
	秩序维护: ['物业', false]
};
const CAUSES = ['配件未到', '未与业主协商好', '未找出原因', '已过质保期'];

/** What a ticket has beside who, when and how it stands: party, home, times, warranty, cause, dispute. */
export function ticketMore(draw: Random, category: string, received: string, done: string): string[] {
	const [party, warranty] = PARTIES[category] ?? ['物业', false];
	const at = (hours: number): string =>
		`${received.slice(0, 11)}${pad(Math.min(23, Number(received.slice(11, 13)) + hours), 2)}${received.slice(13)}`;
	const home = `${String(1 + draw.below(9))}-${String(1 + draw.below(3))}-${pad(101 + draw.below(60), 3)}`;
	const due = `${received.slice(0, 8)}${pad(Math.min(28, Number(received.slice(8, 10)) + 2), 2)} 18:00:00`;
	return [
		party,
		draw.below(12) === 0 ? '' : home,
		at(draw.below(4)),
		draw.below(3) === 0 ? '' : at(1 + draw.below(6)),
		due,
		warranty ? (draw.below(3) === 0 ? '2026-06-30' : '2027-12-31') : '',
		done === '' ? CAUSES[draw.below(CAUSES.length)]! : '',
		done === '' && draw.below(4) === 0 ? '是' : '',
		Number(home.slice(0, 1)) < 6 ? '一期' : '二期'
	];
}

/** The header of what `ticketMore` gives. */
export const TICKET_MORE = [
	'责任方',
	'房号',
	'接单时间',
	'到场时间',
	'处理截至时间',
	'质保到期',
	'未解决原因',
	'推诿',
	'阶段'
];
const numbered = (prefix: string, rows: string[][]): string[][] =>
	rows.map((row, i) => [`${prefix}${pad(i + 1, 5)}`, ...row]);

/** The quarter's plans, reports, receipts, logs, calls, customers to call back, meters and reported figures. */
export function partFiles(months: string[], seed: number, counted: Counted, asked: string[][]): PartFile[] {
	const draw = random(seed);
	// drawn one after the other: each goes on where the one before ended
	const plans = planRows(draw, months);
	const reports = reportRows(draw, months);
	const receipts = receiptRows(draw, months);
	const logs = logRows(draw, months);
	// drawn apart, so that what else is drawn stays as it was
	const later = random(seed + 1);
	const calls = each(months, (b, _, month) => callsOf(later, b, month));
	const meters = meterRows(draw, months);
	const figures = figureRows(months, counted);
	return [
		{
			name: '计划预算_2026Q3.csv',
			cells: [
				[
					'月份',
					'分部',
					'计划项目',
					'计划类型',
					'计划量',
					'完成量',
					'单位',
					'上报完成率',
					'计划完成日期',
					'实际完成日期'
				],
				...plans
			]
		},
		{
			name: '报表上交_2026Q3.csv',
			cells: [
				['报表编号', '分部', '报表名称', '应交时间', '上交时间', '是否真实', '质量评分'],
				...numbered('BB', reports)
			]
		},
		{
			name: '回款_2026Q3.csv',
			cells: [
				['回款编号', '回款日期', '小组', '按揭专员', '合同编号', '回款金额'],
				...numbered('HK', receipts)
			]
		},
		{
			name: '台账_2026Q3.csv',
			cells: [
				['台账编号', '台账类型', '分部', '工号', '应完成时间', '完成时间', '是否完整', '房号', '发生时间'],
				...numbered(
					'TZ',
					logs.map((r) => [...r.slice(0, 6), r[7]!, r[8] ?? ''])
				)
			]
		},
		{
			name: '来电_2026Q3.csv',
			cells: [
				[
					'通话编号',
					'分部',
					'工号',
					'通话开始时间',
					'主叫号码',
					'事项',
					'通话时长(秒)',
					'接通',
					'一次解决',
					'回呼'
				],
				...numbered('TH', calls)
			]
		},
		{
			name: '应回访客户_2026Q3.csv',
			cells: [['客户名称', '分部', '客户类别', '触发日期'], ...unique(asked)]
		},
		{ name: '抄表_2026Q3.csv', cells: [['月份', '分部', '费用项', '抄表金额'], ...meters] },
		{ name: '上报数_2026Q3.csv', cells: [['月份', '分部', '上报项目', '上报数'], ...figures] }
	];
}

const unique = (rows: string[][]): string[][] => [...new Map(rows.map((row) => [row.join(), row])).values()];
