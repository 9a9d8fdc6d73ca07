import { random } from './random';
import { partFiles } from './parts';
import { type Counted } from './part-rows';
import { BRANCHES } from './stories';
import { callbackRows, callbackTable } from './callbacks';
import { ticketRows, ticketTable } from './tickets';
import { checkRows, checkTable, ratingRows, ratingTable } from './marks';
import { attendanceFile, PEOPLE_HEADER } from './people';
import { csv, OCTOBER, pad, SEED, type SampleFile } from './common';

/** The call-centre manager who came in October, with the targets that head office set for the post's ten lines. */
const MANAGER = { person: 'B01-09', name: '顾清和', branch: 'B01', post: '呼叫中心经理', from: '2026-10-01' };
const TARGETS: Record<string, string> = {
	manager_plan: '100',
	manager_budget: '100',
	manager_survey: '90',
	manager_process: '100',
	manager_satisfaction: '95',
	manager_calls: '75',
	manager_feedback: '95',
	manager_cooperation: '92',
	manager_first_call: '85',
	manager_staff: '95'
};

/** What head office decided for October: targets, and what that version of the rules is called. */
export const DECIDED = {
	month: OCTOBER,
	targets: TARGETS,
	title: { zh: '呼叫中心经理考核目标（示例）', en: 'Targets of the call-centre manager (sample)' },
	reason: '呼叫中心经理 10 月到岗，各项指标定下目标'
};

/** A department that gives everyone so many points less than the others do. */
const STRICT = { rater: '协作部门3', by: 9 };

/** The first month of the next quarter: a quarter that isn't finished, a strict rater, and a manager's card that comes out. */
export function octoberFiles(counted: Counted): SampleFile[] {
	const draw = random(SEED + 40);
	const checks = checkRows(draw, [OCTOBER]);
	checks.forEach((row, i) => (row[0] = `CC1${pad(i + 1, 6)}`));
	return [
		{
			name: `人员_${OCTOBER}.csv`,
			encoding: 'gb18030',
			text: csv([
				PEOPLE_HEADER,
				[MANAGER.person, MANAGER.name, MANAGER.branch, MANAGER.post, MANAGER.from, '--']
			])
		},
		attendanceFile(OCTOBER),
		ticketTable(
			`工单投诉_${OCTOBER}.csv`,
			'客服部工单导出 2026年10月',
			ticketRows(draw, SEED + 41, [OCTOBER], 300_001)
		),
		callbackTable(OCTOBER, callbackRows(draw, OCTOBER)),
		checkTable(`抽查_${OCTOBER}.txt`, checks),
		ratingTable(`评分_${OCTOBER}.csv`, [...strictly(ratingRows([OCTOBER])), ...managerSheets()]),
		...partFiles([OCTOBER], SEED + 50, counted, [])
			.filter(({ cells }) => cells.length > 1)
			.map(ofOctober)
	];
}

const strictly = (rows: string[][]): string[][] =>
	rows.map((row) =>
		row[4] === STRICT.rater ? [...row.slice(0, 5), String(Number(row[5]) - STRICT.by)] : row
	);

/** What the departments give the manager for working with them. */
const managerSheets = (): string[][] =>
	[93, 95, 91].map((score, r) => [
		OCTOBER,
		MANAGER.branch,
		MANAGER.person,
		'小组',
		`协作部门${String(r + 1)}`,
		String(score)
	]);

/** A part's file of October alone, with numbers that the quarter's don't have; the plans with one to improve something. */
function ofOctober({ name, cells: [header, ...rows] }: { name: string; cells: string[][] }): SampleFile {
	const own = name.startsWith('计划') ? rows.filter((row) => row[0] === OCTOBER) : rows;
	if (name.startsWith('计划'))
		own.push(
			...BRANCHES.map((b) => [OCTOBER, b.branch, '来电分派', '改进', '2', '2', '项', '', `${OCTOBER}-30`, ''])
		);
	const isNumbered = header![0]!.endsWith('编号');
	const cells = own.map((row) =>
		isNumbered ? [`${row[0]!.slice(0, 2)}1${row[0]!.slice(2)}`, ...row.slice(1)] : row
	);
	return { name: name.replace('2026Q3', OCTOBER), encoding: 'utf-8', text: csv([header!, ...cells]) };
}
