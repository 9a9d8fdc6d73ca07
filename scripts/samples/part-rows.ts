import { each, pad, people } from './common';
import { type Random } from './random';
import type { SampleBranch } from './story';

const day = (month: string, n: number): string => `${month}-${pad(n, 2)}`;

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
export function callsOf(draw: Random, b: SampleBranch, month: string): string[][] {
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

/** The home of the nth bill of a branch and month. */
export const feeHome = (n: number): string =>
	`${String(1 + (n % 9))}-${String(1 + (n % 3))}-${pad(100 + n, 3)}`;

/** Plans and budgets: four a branch and month, and one group purchase. */
export function planRows(draw: Random, months: string[]): string[][] {
	const plans = each(months, (b, _, month) => [
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
	return plans;
}

/** Reports to hand in: three a branch and month, a few late or missing. */
export function reportRows(draw: Random, months: string[]): string[][] {
	return each(months, (b, _, month) =>
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
}

/** Receipts of three mortgage groups. */
export function receiptRows(draw: Random, months: string[]): string[][] {
	return months.flatMap((month, m) =>
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
}

/** Logs of all kinds, two rescues from lifts and six reminders a branch and month. */
export function logRows(draw: Random, months: string[]): string[][] {
	return each(months, (b, _, month) => [
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
}

/** How many complaints and other tickets a branch has in a month. */
export type Counted = (branch: string, month: string) => { complaints: number; tickets: number };

/** What is due by the meters of a branch and month. */
export function meterRows(draw: Random, months: string[]): string[][] {
	return each(months, (b, _, month) => [
		[month, b.branch, '物业费', String(Math.round(39000 * (b.size ?? 1)) + draw.below(3000))]
	]);
}

/** What branches report of themselves: one rounds, one is seven short. */
export function figureRows(months: string[], counted: Counted): string[][] {
	return each(months, (b, _, month) => {
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
}
