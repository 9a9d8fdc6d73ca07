import { type Random } from './random';
import { MONTHS, type SampleFile, pad, people, moment, atWork, csv, each } from './common';

export function checkRows(draw: Random, months: string[]): string[][] {
	return each(months, (b, story, month) => {
		const check = (subject: string, failed: boolean): string[] => [
			'',
			b.branch,
			people(b)[draw.below(2)]!,
			atWork(moment(draw, month)),
			subject,
			failed ? '不合格' : '合格',
			failed ? '未按规范' : ''
		];
		const some = (subject: string, count: number, failed: number): string[][] =>
			Array.from({ length: count }, (_, i) => check(subject, i < failed));
		return [
			...some('接听质量', story.checks, story.failed),
			...some('回访真实度', Math.max(6, story.falseCallbacks + 3), story.falseCallbacks),
			...some('报表真实性', Math.max(3, story.untrue), story.untrue)
		];
	});
}

export function checkFile(draw: Random): SampleFile {
	const rows = checkRows(draw, MONTHS);
	rows.forEach((row, i) => (row[0] = `CC${pad(i + 1, 6)}`));
	rows.push(['CC900001', 'B03', 'B03-01', '2026-08-14 10:00:00', '接听质量', '大概', '']);
	return checkTable('抽查_2026Q3.txt', rows);
}

/** Spot checks as their system exports them. */
export function checkTable(name: string, rows: string[][]): SampleFile {
	const header = ['抽查编号', '分部', '工号', '抽查日期', '抽查事项', '质检结果', '扣分原因'];
	return { name, encoding: 'utf-16le', text: csv([header, ...rows], '\t') };
}

export function ratingFile(): SampleFile {
	return ratingTable('评分_2026Q3.csv', ratingRows(MONTHS));
}

/** Everyone's own sheet and those of the departments they work with. */
export const ratingRows = (months: string[]): string[][] =>
	each(months, (b, story, month) =>
		people(b).flatMap((person, p) => [
			[month, b.branch, person, '本人', person, String(story.self[p] ?? story.self[0]!)],
			...story.group.map((score, r) => [
				month,
				b.branch,
				person,
				'小组',
				`协作部门${String(r + 1)}`,
				String(score)
			])
		])
	);

/** Ratings as whoever collects them keeps them. */
export function ratingTable(name: string, rows: string[][]): SampleFile {
	const header = ['月份', '分部', '被考核人', '考核者', '考核人', '考核得分'];
	return { name, encoding: 'utf-8', text: csv([header, ...rows], ';') };
}

export function meritFile(draw: Random): SampleFile {
	const rows = each(MONTHS, (b, story, month) =>
		story.merits.map((type) => [
			'',
			moment(draw, month),
			b.branch,
			type,
			type === '媒体表扬' ? '报道全文' : '',
			''
		])
	);
	rows.push(['', '2026-08-19 10:00:00', 'B05', '媒体表扬', '', '尚缺文字材料']);
	rows.forEach((row, i) => (row[0] = `JC${pad(i + 1, 4)}`));
	return {
		name: '奖惩_2026Q3.csv',
		encoding: 'gb18030',
		text: csv([['奖惩编号', '日期', '分部', '奖惩类型', '文字材料', '备注'], ...rows])
	};
}

export function auditFile(draw: Random): SampleFile {
	const rows = each(MONTHS, (b, story, month) =>
		story.audits.map((points) => ['', moment(draw, month).slice(0, 10), b.branch, String(points), '行政通报'])
	);
	rows.forEach((row, i) => (row[0] = `SJ${pad(i + 1, 4)}`));
	return {
		name: '审计通报_2026Q3.csv',
		encoding: 'utf-8-bom',
		text: csv([['通报编号', '日期', '分部', '扣分', '原因'], ...rows])
	};
}
