import { writeXlsx } from 'hucre/xlsx';
import { random } from '../../scripts/samples/random';

/** The months that a museum's record lives through. */
export const MONTHS = ['2026-07', '2026-08', '2026-09'] as const;
const BRANCHES = ['青山', '湖畔', '城东', '开发区', '南站', '西苑'].map((name, i) => ({
	name,
	branch: `B0${String(i + 1)}`
}));
const two = (n: number): string => String(n).padStart(2, '0');
const table = (name: string, rows: string[]): { name: string; content: string } => ({
	name: `${name}.csv`,
	content: rows.join('\n') + '\n'
});
const people = BRANCHES.flatMap(({ branch }) =>
	['1', '2'].map((n) => ({ branch, person: `${branch}-${n}` }))
);

/** The exports of six branches over three months: a file a month where that is usual, a workbook whose second sheet has headers of its own. */
export async function exportsOf(): Promise<{ name: string; content: string | Buffer }[]> {
	const draw = random(7);
	const day = (month: string, d: number, hour = 10): string => `${month}-${two(d)} ${two(hour)}:00:00`;
	const monthly = MONTHS.flatMap((month) => [
		table(`出勤_${month}`, [
			'month,branch,person,due_days,attended_days',
			...people.map((p) => `${month},${p.branch},${p.person},22,${String(20 + draw.below(3))}`)
		]),
		table(`回访_${month}`, [
			'callback,branch,person,called_at,result,satisfaction',
			...people.flatMap((p) =>
				Array.from(
					{ length: 20 },
					(_, i) =>
						`H${month}-${p.person}-${String(i)},${p.branch},${p.person},${day(month, 1 + i, 9 + draw.below(8))},reached,${String(3 + draw.below(3))}`
				)
			)
		])
	]);
	const all = <T>(each: (month: string) => T[]): T[] => MONTHS.flatMap(each);
	return [
		table('分部', ['branch,name', ...BRANCHES.map((b) => `${b.branch},${b.name}`)]),
		table('人员', [
			'person,name,branch,post,from,to',
			...people.map((p, i) => `${p.person},员工${String(i + 1)},${p.branch},客服,2020-01-01,`)
		]),
		...monthly,
		table('工单', [
			'ticket,branch,person,kind,received_at,resolved_at',
			...all((month) =>
				people.flatMap((p) =>
					[4, 11].map(
						(d) =>
							`T${month}-${p.person}-${String(d)},${p.branch},${p.person},complaint,${day(month, d)},${draw.below(8) === 0 ? '' : day(month, d + 1)}`
					)
				)
			)
		]),
		table('抽查', [
			'check,branch,person,checked_at,subject,passed',
			...all((month) =>
				people.flatMap((p) =>
					[2, 9, 16, 23, 29].flatMap((d) =>
						['service_skill', 'callback_truth', 'report_truth'].map(
							(subject) =>
								`K${month}-${p.person}-${String(d)}-${subject},${p.branch},${p.person},${day(month, d)},${subject},${draw.below(14) === 0 ? 'no' : draw.below(40) === 0 ? '不行' : 'yes'}`
						)
					)
				)
			)
		]),
		table('评分', [
			'month,branch,person,role,rater,score',
			...all((month) =>
				people.flatMap((p) => [
					`${month},${p.branch},${p.person},self,${p.person},${String(88 + draw.below(10))}`,
					`${month},${p.branch},${p.person},leader,张主任,${String(85 + draw.below(12))}.5`,
					...['甲', '乙', '丙', '丁'].map(
						(rater) => `${month},${p.branch},${p.person},group,${rater},${String(80 + draw.below(18))}`
					)
				])
			)
		]),
		{
			name: '审计与奖惩.xlsx',
			content: Buffer.from(
				await writeXlsx({
					sheets: [
						{
							name: '审计',
							rows: [
								['audit', 'branch', 'date', 'points', 'reason'],
								['A1', 'B04', '2026-08-12', 4, '台账缺页']
							]
						},
						{
							name: '奖惩',
							rows: [
								['编码', '何时', '何处', '何种', '凭据'],
								['M1', '2026-07-20', 'B02', '表扬信', '锦旗照片'],
								['M2', '2026-09-03', 'B05', '表扬信', '感谢信']
							]
						}
					]
				})
			)
		}
	];
}
