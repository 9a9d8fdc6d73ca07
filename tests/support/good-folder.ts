/** Rows of a file, its header first. */
export type Table = string[][];

const pad = (n: number): string => String(n).padStart(2, '0');
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const at = (i: number): string => `2026-08-${pad(1 + (i % 27))} ${pad(8 + (i % 9))}:15:00`;
const later = (i: number): string => `2026-08-${pad(2 + (i % 27))} ${pad(8 + (i % 9))}:15:00`;
const branch = (i: number): string => String(101 + (i % 2));
const person = (i: number): string => String(9001 + (i % 4));

/** A month of two branches in which every line of the card has rows of its own, so that whatever goes missing shows; ids are whole numbers. */
export const goodFolder = (): Record<string, Table> => ({
	branches: [
		['branch', 'name', 'opened_on'],
		['101', '城东', '2020-01-01'],
		['102', '城西', '2020-01-01']
	],
	people: [
		['person', 'name', 'branch', 'post', 'from'],
		...times(4, (i) => [person(i), `员工${String(i)}`, branch(i), '客服', '2021-01-01'])
	],
	attendance: [
		['month', 'branch', 'person', 'due_days', 'attended_days'],
		...times(4, (i) => ['2026-08', branch(i), person(i), '0.25', '0.25'])
	],
	tickets: [
		['ticket', 'branch', 'person', 'kind', 'received_at', 'resolved_at', 'status'],
		...times(60, (i) => [
			`2026080${String(1000 + i)}`,
			branch(i),
			person(i),
			i % 3 === 0 ? '报修' : '投诉',
			at(i),
			i % 29 === 1 ? '2026-09-20 10:00:00' : later(i),
			i % 17 === 3 ? '作废' : '已完成'
		])
	],
	callbacks: [
		['callback', 'branch', 'person', 'called_at', 'result', 'satisfaction', 'note'],
		...times(180, (i) => [
			`2026081${String(1000 + i)}`,
			branch(i),
			person(i),
			at(i),
			i % 23 === 0 ? '未接通' : '已完成',
			i % 9 === 0 ? '不满意' : '满意',
			'很好，谢谢！'
		])
	],
	spot_checks: [
		['check', 'branch', 'person', 'checked_at', 'subject', 'ref', 'passed'],
		...times(48, (i) => [
			`2026082${String(1000 + i)}`,
			branch(i),
			person(i),
			at(i),
			['接听质量', '回访真实度', '报表真实性'][Math.floor(i / 2) % 3]!,
			i === 0 ? '50001' : '',
			i % 11 === 2 ? '不合格' : '合格'
		])
	],
	ratings: [
		['month', 'branch', 'person', 'role', 'rater', 'score'],
		...times(16, (i) => [
			'2026-08',
			branch(i),
			person(i),
			i < 4 ? '本人' : '小组',
			`R${String(i)}`,
			String(80 + i)
		])
	],
	merits: [
		['merit', 'date', 'branch', 'type', 'evidence'],
		['30001', '2026-08-05', '101', '公司批评', ''],
		['30002', '2026-08-06', '102', '媒体表扬', '报道']
	],
	audits: [
		['audit', 'date', 'branch', 'points', 'reason'],
		['40001', '2026-08-07', '101', '4', '通报']
	],
	reports: [
		['report', 'branch', 'name', 'due_at', 'truthful'],
		['50001', '101', '月报', '2026-08-31', '否'],
		['50002', '102', '月报', '2026-08-31', '是']
	]
});
