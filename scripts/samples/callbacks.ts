import { random, type Random } from './random';
import { BRANCHES, MERGED } from './stories';
import type { SampleBranch } from './story';
import {
	MONTHS,
	DUE_DAYS,
	QUOTA,
	SEED,
	type SampleFile,
	pad,
	people,
	moment,
	atWork,
	csv,
	storyOf
} from './common';

/** The callbacks of all branches in a month, by the first number. */
export function callbackRows(draw: Random, month: string): string[][] {
	const rows: string[][] = [];
	for (const b of BRANCHES) {
		const story = storyOf(b, month);
		const reached = Math.round((QUOTA * DUE_DAYS[month]! * 2 * (b.size ?? 1) * story.completion) / 100);
		const rated = Math.round(reached * 0.31);
		const satisfied = Math.floor((rated * story.satisfied) / 100 + 1e-9);
		for (let i = 0; i < reached; i++)
			rows.push(callbackRow(draw, b, month, '已完成', opinion(draw, i, rated, satisfied)));
		for (let i = 0; i < reached * 0.04; i++) rows.push(callbackRow(draw, b, month, '未接通', ''));
	}
	draw.shuffle(rows);
	rows.forEach((row, i) => (row[0] = `HF${month.replace('-', '')}${pad(i + 1, 6)}`));
	return rows;
}

export function callbackFile(draw: Random, m: number, asked: string[][]): SampleFile {
	const month = MONTHS[m]!;
	const rows = callbackRows(draw, month);
	askAgain(rows, m);
	asked.push(...dueOf(rows, m));
	if (m === 2) plantFrauds(rows);
	rows.splice(5000, 0, [...rows[17]!], [...rows[4711]!]);
	rows.splice(9000, 0, [...rows[9000]!.slice(0, 5), '昨天', ...rows[9000]!.slice(6)]);
	rows[9000]![0] = `HF${month.replace('-', '')}90000${String(m)}`;
	if (m === 2)
		rows.splice(12000, 0, [
			`HF${month.replace('-', '')}900010`,
			'B01',
			'B01-01',
			'客户0007',
			'热线客户',
			`${month}-12 10:00:00`,
			'电话',
			'已完成',
			'很好',
			'',
			'',
			'',
			''
		]);
	asBefore(rows);
	return callbackTable(month, rows);
}

/** A month's callbacks as their system exports them. */
export function callbackTable(month: string, rows: string[][]): SampleFile {
	const header = [
		'回访编号',
		'分部',
		'回访人',
		'客户名称',
		'回访类别',
		'回访时间',
		'回访方式',
		'回访结果',
		'满意度',
		'备注',
		'工单编号',
		'特殊情况',
		'上报时间'
	];
	return { name: `回访_${month}.csv`, encoding: 'gb18030', text: csv([header, ...rows]) };
}

function opinion(draw: Random, i: number, rated: number, satisfied: number): string {
	if (i >= rated) return '';
	if (i < satisfied) return draw.below(3) === 0 ? '非常满意' : '满意';
	return ['一般', '一般', '不满意', '非常不满意'][draw.below(4)]!;
}

function callbackRow(
	draw: Random,
	b: SampleBranch,
	month: string,
	result: string,
	satisfaction: string
): string[] {
	const kind = ['已购客户', '热线客户', '其他'][draw.below(3)]!;
	const channel = draw.below(9) === 0 ? '短信' : '电话';
	const note = draw.below(60) === 0 ? '周末\n再联系' : draw.below(40) === 0 ? '电梯,照明' : '';
	return [
		'',
		b.branch,
		people(b)[draw.below(2)]!,
		`客户${pad(draw.below(9000), 4)}`,
		kind,
		atWork(moment(draw, month)),
		channel,
		result,
		satisfaction,
		note,
		'',
		'',
		''
	];
}

/** Links reached callbacks to the complaints of their branch and month, most of them satisfied at last, and marks a few severe cases. */
function askAgain(rows: string[][], m: number): void {
	const draw = random(SEED + 10 + m);
	const month = MONTHS[m]!;
	let before = 1;
	for (const [at, earlier] of MONTHS.slice(0, m + 1).entries())
		for (const b of BRANCHES) {
			const { complaints } = b.months[at]!;
			if (earlier === month) {
				const late = rows.filter(
					(r) => r[1] === b.branch && r[7] === '已完成' && r[8] !== '' && r[5]!.slice(8, 10) > '22'
				);
				for (let i = 0; i < complaints; i += 2) {
					const row = late[i % Math.max(1, late.length)];
					if (row && row[10] === '') row[10] = `GD2026${pad(before + i, 6)}`;
				}
			}
			before += complaints + Math.round(90 * (b.size ?? 1));
		}
	for (let i = 0; i < 8; i++) {
		const row = rows[draw.below(rows.length)]!;
		if (row[7] !== '已完成') continue;
		row[9] = ['服用后呕吐', '低烧不退', '排气较多'][i % 3]!;
		row[11] = '是';
		row[12] = `${row[5]!.slice(0, 11)}${i % 4 === 0 ? '' : '19:00:00'}`.trim();
		if (i % 4 === 0) row[12] = '';
	}
}

/** Customers who were to be called back in a month: most were called in time, some late, some never. */
function dueOf(rows: string[][], m: number): string[][] {
	const draw = random(SEED + 20 + m);
	const month = MONTHS[m]!;
	return BRANCHES.flatMap((b) => {
		const called = rows.filter(
			(r) => r[1] === b.branch && r[7] === '已完成' && r[4] !== '其他' && r[5]!.slice(8, 10) > '13'
		);
		return Array.from({ length: Math.round(40 * (b.size ?? 1)) }, (_, i) => {
			const row = called[(i * 17) % called.length]!;
			const missed = draw.below(25) === 0;
			const before = draw.below(14) === 0 ? 11 : 4 + draw.below(4);
			const day = pad(Number(row[5]!.slice(8, 10)) - before, 2);
			return [missed ? `新客户${pad(draw.below(900), 4)}` : row[3]!, b.branch, row[4]!, `${month}-${day}`];
		});
	});
}

/** One person of B05 works a Sunday, calls at an impossible pace, and copies remarks: for the truth checks to find. */
function plantFrauds(rows: string[][]): void {
	const own = rows.filter((r) => r[2] === 'B05-02' && r[7] === '已完成');
	own.slice(0, 6).forEach((r, i) => (r[5] = `2026-09-13 10:${pad(10 + i * 7, 2)}:00`));
	own.slice(10, 22).forEach((r, i) => (r[5] = `2026-09-16 20:01:${pad(i * 5, 2)}`));
	own.slice(30, 37).forEach((r) => (r[9] = '客户表示一切都好没有意见'));
}

/** One in so many calls of the branch that another went into is still made under that one's code. */
const STILL = 40;

function asBefore(rows: string[][]): void {
	for (const row of rows)
		if (row[1] === MERGED.into && Number(row[0]!.slice(-4)) % STILL === 0) row[1] = MERGED.branch;
}
