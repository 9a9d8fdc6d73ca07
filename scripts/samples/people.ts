import { BRANCHES, MERGED, NEWCOMER } from './stories';
import { MONTHS, DUE_DAYS, type SampleFile, people, csv } from './common';

export function attendanceFile(month: string): SampleFile {
	const m = MONTHS.indexOf(month);
	const days = DUE_DAYS[month]!;
	const rows = BRANCHES.filter((b) => !b.withoutAttendance?.includes(m)).flatMap((b) =>
		people(b).map((person) => {
			const due = b.size ? Math.max(1, Math.round(days * b.size * 10) / 10) : days;
			return [
				`2026年${String(Number(month.slice(5)))}月`,
				b.name,
				person,
				String(due),
				String(person.endsWith('1') ? due : Math.max(0.5, due - 0.5))
			];
		})
	);
	const header = ['月份', '分部', '工号', '应出勤天数', '实际出勤天数'];
	const total = ['合计', '', '', '', `共${String(rows.length)}人`];
	return {
		name: `出勤_${month}.csv`,
		encoding: 'gb18030',
		text: csv([
			['人力资源部考勤汇总'],
			[`导出时间：2026-1${String(m < 0 ? 1 : m)}-01`],
			header,
			...rows,
			total
		])
	};
}

export const PEOPLE_HEADER = ['工号', '姓名', '分部', '岗位', '入职日期', '离职日期'];

export function directoryFiles(): SampleFile[] {
	const branches = [
		...BRANCHES.map((b) => [b.branch, b.name, b.region, '2020-01-01', '', '']),
		[MERGED.branch, MERGED.name, MERGED.region, '2020-01-01', MERGED.closed, MERGED.into]
	];
	const staff = BRANCHES.flatMap((b) =>
		people(b).map((person, p) => [
			person,
			b.people[p]!,
			b.branch,
			'客服',
			person === NEWCOMER.person ? NEWCOMER.from : '2021-03-01',
			'--'
		])
	);
	return [
		{
			name: '分部.csv',
			encoding: 'utf-8-bom',
			text: csv([['分部编号', '分部名称', '区域', '开业日期', '停业日期', '并入分部'], ...branches])
		},
		{
			name: '人员.csv',
			encoding: 'gb18030',
			text: csv([PEOPLE_HEADER, ...staff])
		}
	];
}
