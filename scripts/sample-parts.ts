import { random, type Random } from './sample-random';
import { BRANCHES, type SampleBranch } from './sample-stories';

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const day = (month: string, n: number): string => `${month}-${pad(n, 2)}`;

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

const people = (b: SampleBranch): string[] => [`${b.branch}-01`, `${b.branch}-02`];
const each = (months: string[], make: (b: SampleBranch, month: string) => string[][]): string[][] =>
	months.flatMap((month) => BRANCHES.flatMap((b) => make(b, month)));
const numbered = (prefix: string, rows: string[][]): string[][] =>
	rows.map((row, i) => [`${prefix}${pad(i + 1, 5)}`, ...row]);
const LOGS: [kind: string, perMonth: number][] = [
	['巡查', 22],
	['培训', 2],
	['走访', 8],
	['接待', 12],
	['出入证', 10],
	['钥匙', 4],
	['例会', 4]
];

const SUBJECTS = ['缴费', '报修', '咨询', '车位', '装修'];

/** A month's calls to a branch: when, by which number, on what, how long, connected, settled, called back. */
function callsOf(draw: Random, b: SampleBranch, month: string): string[][] {
	return Array.from({ length: Math.round(80 * (b.size ?? 1)) }, () => {
		const connected = draw.below(12) !== 0;
		const settled = draw.below(6) !== 0;
		return [
			b.branch,
			people(b)[draw.below(2)]!,
			`${day(month, 1 + draw.below(28))} ${pad(8 + draw.below(10), 2)}:${pad(draw.below(60), 2)}:00`,
			`13${pad(draw.below(900_000_000), 9)}`,
			SUBJECTS[draw.below(SUBJECTS.length)]!,
			connected ? String(30 + draw.below(400)) : '0',
			connected ? '是' : '否',
			connected ? (settled ? '是' : '否') : '',
			connected && !settled && draw.below(2) === 0 ? '是' : '否'
		];
	});
}

/** The quarter's plans, reports, receipts, logs, calls, customers to call back, meters and reported figures. */
export function partFiles(
	months: string[],
	seed: number,
	counted: (branch: string, month: string) => { complaints: number; tickets: number },
	asked: string[][]
): PartFile[] {
	const draw = random(seed);
	const plans = each(months, (b, month) => [
		[
			month,
			b.branch,
			'客户活动',
			'业务',
			'4',
			String(3 + draw.below(2)),
			'场',
			'',
			day(month, 25),
			draw.below(4) === 0 ? '' : day(month, 20 + draw.below(8))
		],
		[month, b.branch, '服务费用', '预算', '20000', String(17000 + draw.below(5000)), '元', '', '', ''],
		[month, b.branch, '客户调研', '调研', '30', String(22 + draw.below(10)), '户', '', '', ''],
		[
			month,
			b.branch,
			'岗位培训',
			'培训',
			'2',
			String(1 + draw.below(2)),
			'次',
			'',
			day(month, 15),
			day(month, 12 + draw.below(6))
		]
	]);
	plans.push(['2026-09', 'B01', '团购', '业务', '262', '178', '部', '68', '2026-09-25', '']);
	const reports = each(months, (b, month) =>
		[10, 20, 28].map((due, i) => {
			const late = draw.below(12) === 0;
			const missing = draw.below(40) === 0;
			return [
				b.branch,
				['旬报', '旬报', '月报'][i]!,
				`${day(month, due)} 18:00:00`,
				missing ? '' : `${day(month, late ? Math.min(28, due + 1) : due - 1)} 16:30:00`,
				'',
				missing ? '' : String(78 + draw.below(20))
			];
		})
	);
	const receipts = months.flatMap((month, m) =>
		['按揭一组', '按揭二组', '按揭三组'].flatMap((group, g) =>
			Array.from({ length: 6 + draw.below(4) }, (_, i) => [
				day(month, 2 + draw.below(26)),
				group,
				`B0${String(1 + g)}-0${String(1 + (i % 2))}`,
				`HT${String(m)}${String(g)}${pad(i, 3)}`,
				String(Math.round((g === 2 ? 14 : 20 + 3 * g) * 1e4 + draw.below(8e4)))
			])
		)
	);
	const logs = each(months, (b, month) => [
		...LOGS.flatMap(([kind, times]) =>
			Array.from({ length: Math.round(times * (b.size ?? 1)) }, () => {
				const due = 1 + draw.below(27);
				const late = draw.below(15) === 0;
				const missing = draw.below(30) === 0;
				return [
					kind,
					b.branch,
					people(b)[draw.below(2)]!,
					`${day(month, due)} 18:00:00`,
					missing ? '' : `${day(month, late ? due + 1 : due)} ${late ? '09' : '16'}:00:00`,
					missing ? '' : draw.below(14) === 0 ? '否' : '是',
					'',
					''
				];
			})
		),
		...Array.from({ length: 2 }, () => {
			const on = day(month, 3 + draw.below(24));
			const hour = pad(9 + draw.below(9), 2);
			return [
				'电梯困人',
				b.branch,
				people(b)[0]!,
				'',
				`${on} ${hour}:${pad(25 + draw.below(34), 2)}:00`,
				'是',
				'',
				'',
				`${on} ${hour}:${pad(draw.below(20), 2)}:00`
			];
		}),
		...Array.from({ length: 6 }, () => [
			'催缴',
			b.branch,
			people(b)[0]!,
			'',
			`${day(month, 10 + draw.below(10))} 10:00:00`,
			'',
			'',
			feeHome(draw.below(120))
		])
	]);
	// drawn apart, so that what else is drawn stays as it was
	const later = random(seed + 1);
	const calls = each(months, (b, month) => callsOf(later, b, month));
	const meters = each(months, (b, month) => [
		[month, b.branch, '物业费', String(Math.round(39000 * (b.size ?? 1)) + draw.below(3000))]
	]);
	const figures = each(months, (b, month) => {
		const { complaints, tickets } = counted(b.branch, month);
		return [
			[month, b.branch, '投诉数', String(complaints)],
			[
				month,
				b.branch,
				'工单数',
				String(
					b.branch === 'B04'
						? Math.round((complaints + tickets) / 10) * 10
						: b.branch === 'B06'
							? complaints + tickets - 7
							: complaints + tickets
				)
			]
		];
	});
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

/** The home of the nth bill of a branch and month. */
export const feeHome = (n: number): string =>
	`${String(1 + (n % 9))}-${String(1 + (n % 3))}-${pad(100 + n, 3)}`;
