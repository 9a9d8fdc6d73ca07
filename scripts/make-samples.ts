import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { help } from './args';
import { gzipSync } from 'node:zlib';
import { encodeText, type SampleEncoding } from './sample-encoding';
import { random, type Random } from './sample-random';
import { feeHome, partFiles, TICKET_MORE, ticketMore } from './sample-parts';
import { STATUTORY, daysBetween } from '../src/lib/calendar/workdays';
import { BRANCHES, type SampleBranch, type Story } from './sample-stories';

const MONTHS = ['2026-07', '2026-08', '2026-09'];
const DUE_DAYS = [23, 21, 22];
const QUOTA = 200;
const SEED = 20260701;

interface SampleFile {
	name: string;
	encoding: SampleEncoding;
	text: string;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const people = (b: SampleBranch): string[] => [`${b.branch}-01`, `${b.branch}-02`];

/** A working moment in a month: 08:30-17:59 on one of its days. */
function moment(draw: Random, month: string, lastDay = 28): string {
	const day = pad(1 + draw.below(lastDay), 2);
	const minute = 510 + draw.below(570);
	return `${month}-${day} ${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}:${pad(draw.below(60), 2)}`;
}

/** The working days of a month up to the 28th. */
const workdays = new Map(
	MONTHS.map((month) => [
		month,
		daysBetween(`${month}-01`, `${month}-28`).filter((d) => STATUTORY.isWorkday(d))
	])
);

/** The same moment on a working day: callbacks and checks aren't made on days off. */
function atWork(moment: string): string {
	const days = workdays.get(moment.slice(0, 7))!;
	const at = Math.floor(((Number(moment.slice(8, 10)) - 1) * days.length) / 28);
	return `${days[at]!}${moment.slice(10)}`;
}

const csv = (rows: string[][], delimiter = ','): string =>
	rows
		.map(
			(row) =>
				row
					.map((cell) => (/["\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
					.join(delimiter) + '\r\n'
		)
		.join('');

const each = <T>(make: (b: SampleBranch, story: Story, month: string, m: number) => T[]): T[] =>
	MONTHS.flatMap((month, m) => BRANCHES.flatMap((b) => make(b, b.months[m]!, month, m)));

function callbackFile(draw: Random, m: number, asked: string[][]): SampleFile {
	const month = MONTHS[m]!;
	const rows: string[][] = [];
	for (const b of BRANCHES) {
		const story = b.months[m]!;
		const reached = Math.round((QUOTA * DUE_DAYS[m]! * 2 * (b.size ?? 1) * story.completion) / 100);
		const rated = Math.round(reached * 0.31);
		const satisfied = Math.floor((rated * story.satisfied) / 100 + 1e-9);
		for (let i = 0; i < reached; i++)
			rows.push(callbackRow(draw, b, month, '已完成', opinion(draw, i, rated, satisfied)));
		for (let i = 0; i < reached * 0.04; i++) rows.push(callbackRow(draw, b, month, '未接通', ''));
	}
	draw.shuffle(rows);
	rows.forEach((row, i) => (row[0] = `HF${month.replace('-', '')}${pad(i + 1, 6)}`));
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

/** Suggestions that a branch takes in a month. */
const SUGGESTIONS = 5;

function ticketFile(draw: Random): SampleFile {
	const more = random(SEED + 1);
	const rows = each((b, story, month) => {
		const complaints = Array.from({ length: story.complaints }, (_, i) =>
			ticketRow(draw, more, b, month, '投诉', i >= story.unresolved)
		);
		const repairs = Array.from({ length: Math.round(90 * (b.size ?? 1)) }, () =>
			ticketRow(draw, more, b, month, '报修', draw.below(20) > 0)
		);
		return [...complaints, ...repairs];
	});
	rows.forEach((row, i) => (row[0] = `GD2026${pad(i + 1, 6)}`));
	const said = random(SEED + 30);
	const suggestions = each((b, _, month) =>
		Array.from({ length: SUGGESTIONS }, () => ticketRow(said, said, b, month, '建议', said.below(6) > 0))
	);
	suggestions.forEach((row, i) => (row[0] = `GD2026${pad(800001 + i, 6)}`));
	rows.push(...suggestions);
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
		name: '工单投诉_2026Q3.csv',
		encoding: 'utf-8-bom',
		text: csv([['客服部工单导出 2026年第三季度'], header, ...rows, total])
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

function checkFile(draw: Random): SampleFile {
	const rows = each((b, story, month) => {
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
	rows.forEach((row, i) => (row[0] = `CC${pad(i + 1, 6)}`));
	rows.push(['CC900001', 'B03', 'B03-01', '2026-08-14 10:00:00', '接听质量', '大概', '']);
	const header = ['抽查编号', '分部', '工号', '抽查日期', '抽查事项', '质检结果', '扣分原因'];
	return { name: '抽查_2026Q3.txt', encoding: 'utf-16le', text: csv([header, ...rows], '\t') };
}

function attendanceFile(m: number): SampleFile {
	const rows = BRANCHES.filter((b) => !b.withoutAttendance?.includes(m)).flatMap((b) =>
		people(b).map((person) => {
			const due = b.size ? Math.max(1, Math.round(DUE_DAYS[m]! * b.size * 10) / 10) : DUE_DAYS[m]!;
			return [
				`2026年${String(m + 7)}月`,
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
		name: `出勤_${MONTHS[m]!}.csv`,
		encoding: 'gb18030',
		text: csv([['人力资源部考勤汇总'], [`导出时间：2026-1${String(m)}-01`], header, ...rows, total])
	};
}

function ratingFile(): SampleFile {
	const rows = each((b, story, month) =>
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
	const header = ['月份', '分部', '被考核人', '考核者', '考核人', '考核得分'];
	return { name: '评分_2026Q3.csv', encoding: 'utf-8', text: csv([header, ...rows], ';') };
}

function meritFile(draw: Random): SampleFile {
	const rows = each((b, story, month) =>
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

function auditFile(draw: Random): SampleFile {
	const rows = each((b, story, month) =>
		story.audits.map((points) => ['', moment(draw, month).slice(0, 10), b.branch, String(points), '行政通报'])
	);
	rows.forEach((row, i) => (row[0] = `SJ${pad(i + 1, 4)}`));
	return {
		name: '审计通报_2026Q3.csv',
		encoding: 'utf-8-bom',
		text: csv([['通报编号', '日期', '分部', '扣分', '原因'], ...rows])
	};
}

function feeFile(draw: Random): SampleFile {
	const rows = each((b, _story, month) =>
		Array.from({ length: Math.round(120 * (b.size ?? 1)) }, (_, i) => {
			const due = (180 + draw.below(40000) / 100).toFixed(2);
			const paid = draw.below(100) < 86;
			return [
				'',
				b.branch,
				feeHome(i),
				'物业费',
				month,
				due,
				paid ? due : '0',
				paid ? moment(draw, month).slice(0, 16) : '',
				paid ? '已缴' : '未缴',
				paid ? '' : ['未装修', '未领钥匙', '入住'][draw.below(3)]!
			];
		})
	);
	rows.forEach((row, i) => (row[0] = `FY${pad(i + 1, 7)}`));
	const header = [
		'费用编号',
		'分部',
		'房号',
		'费用项',
		'费用月份',
		'应收金额',
		'实收金额',
		'缴费时间',
		'费用状态',
		'欠费原因'
	];
	return {
		name: '收费_2026Q3.csv',
		encoding: 'utf-8',
		text: csv([header, ...rows, [`共${String(rows.length)}笔`, ...Array<string>(9).fill('')]])
	};
}

function directoryFiles(): SampleFile[] {
	const branches = BRANCHES.map((b) => [b.branch, b.name, b.region, '2020-01-01', '']);
	const staff = BRANCHES.flatMap((b) =>
		people(b).map((person, p) => [person, b.people[p]!, b.branch, '客服', '2021-03-01', '--'])
	);
	return [
		{
			name: '分部.csv',
			encoding: 'utf-8-bom',
			text: csv([['分部编号', '分部名称', '区域', '开业日期', '停业日期'], ...branches])
		},
		{
			name: '人员.csv',
			encoding: 'gb18030',
			text: csv([['工号', '姓名', '分部', '岗位', '入职日期', '离职日期'], ...staff])
		}
	];
}

/** How many tickets a branch has in a month. */
function counted(branch: string, month: string): { complaints: number; tickets: number } {
	const b = BRANCHES.find((x) => x.branch === branch)!;
	return {
		complaints: b.months[MONTHS.indexOf(month)]!.complaints,
		tickets: Math.round(90 * (b.size ?? 1)) + SUGGESTIONS
	};
}

/** Three months of a chain of ten branches as its systems would export them; the same bytes for the same seed. */
export function sampleFiles(seed = SEED): SampleFile[] {
	const draw = random(seed);
	const asked: string[][] = [];
	return [
		...directoryFiles(),
		...[0, 1, 2].map(attendanceFile),
		ticketFile(draw),
		...[0, 1, 2].map((m) => callbackFile(draw, m, asked)),
		checkFile(draw),
		ratingFile(),
		meritFile(draw),
		auditFile(draw),
		feeFile(draw),
		...partFiles(MONTHS, SEED + 2, counted, asked).map(({ name, cells }): SampleFile => ({
			name,
			encoding: 'utf-8',
			text: csv(cells)
		}))
	];
}

/** Writes the sample below a folder: plain for the headless command, or gzipped with a list for the browser. */
export function writeSamples(folder: string, form: 'plain' | 'web'): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const list = sampleFiles().map(({ name, encoding, text }, i) => {
		const bytes = encodeText(text, encoding);
		const file = form === 'plain' ? name : `${String(i)}.bin`;
		writeFileSync(join(folder, file), form === 'plain' ? bytes : gzipSync(bytes, { level: 9 }));
		return { name, file, bytes: bytes.length };
	});
	if (form === 'web') writeFileSync(join(folder, 'list.json'), JSON.stringify(list));
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) {
	help('npm run samples [-- NEW_DIR]: writes the sample exports into a new folder, or anew for the build');
	const folder = process.argv[2];
	if (folder !== undefined && (folder.startsWith('-') || existsSync(folder)))
		throw new Error(`${folder}: not a new folder`);
	if (folder) writeSamples(folder, 'plain');
	else writeSamples(join(dirname(here), '../static/samples'), 'web');
}
