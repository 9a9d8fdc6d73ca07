import { random, type Random } from './random';
import { TICKET_MORE, ticketMore } from './parts';
import type { SampleBranch } from './story';
import { MONTHS, SEED, type SampleFile, pad, people, moment, csv, each } from './common';

/** Suggestions that a branch takes in a month. */
export const SUGGESTIONS = 5;

/** The complaints and repairs of all branches, numbered from the first, and their suggestions. */
export function ticketRows(draw: Random, seed: number, months: string[], first = 1): string[][] {
	const more = random(seed);
	const rows = each(months, (b, story, month) => {
		const complaints = Array.from({ length: story.complaints }, (_, i) =>
			ticketRow(draw, more, b, month, '投诉', i >= story.unresolved)
		);
		const repairs = Array.from({ length: Math.round(90 * (b.size ?? 1)) }, () =>
			ticketRow(draw, more, b, month, '报修', draw.below(20) > 0)
		);
		return [...complaints, ...repairs];
	});
	rows.forEach((row, i) => (row[0] = `GD2026${pad(first + i, 6)}`));
	const said = random(seed + 29);
	const suggestions = each(months, (b, _, month) =>
		Array.from({ length: SUGGESTIONS }, () => ticketRow(said, said, b, month, '建议', said.below(6) > 0))
	);
	suggestions.forEach((row, i) => (row[0] = `GD2026${pad(800000 + first + i, 6)}`));
	return [...rows, ...suggestions];
}

export function ticketFile(draw: Random): SampleFile {
	const rows = ticketRows(draw, SEED + 1, MONTHS);
	rows.push(['GD2026900001', 'B02', 'B02-01', '投诉', '物业服务', '2026-09-11 09:12:00', '', '作废']);
	rows.push(
		[...rows[40]!],
		['GD2026900002', 'B88', 'B88-01', '投诉', '物业服务', '2026-09-11 09:12:00', '', '处理中']
	);
	rows.push([
		'GD2026900003',
		'B04',
		'B04-01',
		'投诉',
		'设施设备',
		'2026-08-11 09:12:00',
		'2026-08-01 08:00:00',
		'已结案'
	]);
	return ticketTable('工单投诉_2026Q3.csv', '客服部工单导出 2026年第三季度', rows);
}

/** Tickets as their system exports them, below a title. */
export function ticketTable(name: string, title: string, rows: string[][]): SampleFile {
	const header = [
		'工单编号',
		'分部',
		'责任人',
		'工单类型',
		'报事类别',
		'受理时间',
		'完成时间',
		'工单状态',
		...TICKET_MORE
	];
	const total = ['合计', '', '', '', '', '', '', String(rows.length), ...TICKET_MORE.map(() => '')];
	for (const row of rows) while (row.length < header.length) row.push('');
	return {
		name,
		encoding: 'utf-8-bom',
		text: csv([[title], header, ...rows, total])
	};
}

function ticketRow(
	draw: Random,
	more: Random,
	b: SampleBranch,
	month: string,
	kind: string,
	resolved: boolean
): string[] {
	const category = ['物业服务', '设施设备', '环境卫生', '秩序维护'][draw.below(4)]!;
	const received = moment(draw, month);
	const done = `${received.slice(0, 8)}${pad(Math.min(28, Number(received.slice(8, 10)) + draw.below(3)), 2)} 18:${pad(draw.below(60), 2)}:00`;
	return [
		'',
		b.branch,
		people(b)[draw.below(2)]!,
		kind,
		category,
		received,
		resolved ? done : '',
		resolved ? '已结案' : '处理中',
		...ticketMore(more, category, received, resolved ? done : '')
	];
}
