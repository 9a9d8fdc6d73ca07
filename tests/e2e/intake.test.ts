import { writeXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { goodFolder } from '../support/good-folder';
import { accessibilityFaults, importFiles, openStage, type Stage } from '../support/page';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await stage.page.goto(`${stage.base}/import`);
	await stage.page.getByRole('button', { name: '载入示例' }).waitFor();
});
afterAll(() => stage.close());

const csv = (rows: string[][]): string => Papa.unparse(rows, { newline: '\n' });
const fileRow = (name: string) => stage.page.locator('tbody tr', { hasText: name }).first();
const said = (text: string | RegExp) => stage.page.getByText(text).first().waitFor();
const good = goodFolder();
const MONTH = '2026-08';

/** A workbook with the audits on one sheet, the merits on another, a cover and a hidden working copy. */
const book = async (): Promise<Buffer> =>
	Buffer.from(
		await writeXlsx({
			sheets: [
				{ name: '封面', rows: [['客服部']] },
				{ name: '审计', rows: good['audits']! },
				{ name: '奖惩', rows: good['merits']! },
				{ name: '旧稿', rows: good['audits']!, hidden: true }
			]
		})
	);

describe('odd files on the screens', () => {
	it('takes every sheet, an archive and a locked workbook for what they are, and says what wasn’t read', async () => {
		const { page } = stage;
		const files = ['branches', 'people', 'attendance', 'callbacks', 'spot_checks', 'ratings', 'reports'].map(
			(name) => ({ name: `${name}.csv`, content: csv(good[name]!) })
		);
		const locked = await writeXlsx({
			sheets: [{ name: '工单', rows: good['tickets']! }],
			encryption: { password: 'p', spinCount: 10 }
		});
		const archive = zipSync({ '回访.csv': new TextEncoder().encode(csv(good['callbacks']!)) });
		await importFiles(page, [
			...files.filter((f) => f.name !== 'callbacks.csv'),
			{ name: '其他.xlsx', content: await book() },
			{ name: '工单.xlsx', content: Buffer.from(locked) },
			{ name: '打包.zip', content: Buffer.from(archive) },
			{ name: '.DS_Store', content: 'x' }
		]);
		await fileRow('其他.xlsx#审计').waitFor();
		await fileRow('其他.xlsx#奖惩').waitFor();
		await fileRow('打包.zip/回访.csv').waitFor();
		await said('隐藏的工作表 “旧稿” 没有读取');
		await said('工作簿有密码');
		expect(await page.getByTestId('unread').innerText()).toContain('工单.xlsx');
		await said('其他文件 2 个');
		expect(await accessibilityFaults(page)).toEqual([]);
		// what isn't read is known after a reload, too
		await page.reload();
		await said('工作簿有密码');
	});

	it('marks scores, ranks and awards until it is mended or waived', async () => {
		const { page, base } = stage;
		for (const path of ['month', 'ranking']) {
			await page.goto(`${base}/${path}?p=${MONTH}`);
			await page.getByTestId('aside').waitFor();
		}
		await page.goto(`${base}/month?p=${MONTH}`);
		expect(await page.locator('table').first().innerText()).toContain('未采用');
		expect(await accessibilityFaults(page)).toEqual([]);
		// no ticket was read all month: the line has no data, whoever had none
		await page.goto(`${base}/card?p=${MONTH}&unit=101`);
		await said('无数据');
	});

	it('lets HR state that none came, take it back, and say with a reason what isn’t needed', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/close?p=${MONTH}`);
		// a locked workbook of tickets came: nobody can say that none did
		await said('有交来的记录或文件没有读取');
		expect(await page.getByRole('button', { name: '声明确实没有' }).count()).toBe(0);
		await page.goto(`${base}/import`);
		const locked = page.getByTestId('unread').locator('li', { hasText: '工单.xlsx' });
		await locked.getByRole('button', { name: '不需要' }).click();
		await locked.getByLabel('理由').fill('空白的旧表');
		await locked.getByRole('button', { name: '放行' }).click();
		await page.getByLabel('姓名').fill('李人事');
		await page.getByLabel('人事', { exact: true }).check();
		await page.getByRole('button', { name: '确定' }).click();
		await locked.waitFor({ state: 'detached' });
		expect(await page.getByTestId('unread').innerText()).toContain('其他.xlsx#旧稿');
		await page.goto(`${base}/close?p=${MONTH}`);
		await page.getByRole('button', { name: '声明确实没有' }).click();
		await said(/已声明 2026-08 没有工单/);
		await page.getByRole('button', { name: '撤回' }).click();
		await page.getByText(/已声明 2026-08 没有工单/).waitFor({ state: 'detached' });
	});

	it('asks which of two columns is meant, what a unit is, and for a value that lacks', async () => {
		const { page } = stage;
		await page.goto(`${stage.base}/import`);
		const rows = good['tickets']!.map((row, r) => [...row, r === 0 ? 'resolved_at' : '2026-08-30 10:00:00']);
		await importFiles(page, [{ name: '两列.csv', content: csv(rows) }]);
		await said('完成时间 有不止一列可选');
		const ask = page.locator('section.ask');
		expect(await ask.getByRole('button', { name: '按此导入' }).isDisabled()).toBe(true);
		const resolved = ask.locator('label', { hasText: /^完成时间/ }).locator('select');
		await resolved.selectOption({ index: 2 + 5 });
		await ask.getByRole('button', { name: '按此导入' }).click();
		await fileRow('两列.csv').getByText('60 / 0 / 0').waitFor();
		const money = '回款编号,日期,小组,回款金额（美元）\nK1,2026-08-01,一组,15.5\n';
		await importFiles(page, [{ name: '回款.csv', content: money }]);
		await said('回款金额 的单位 “美元” 看不懂');
		await page.getByLabel('回款金额：单位').selectOption('万元');
		await page.getByRole('button', { name: '按此导入' }).click();
		await fileRow('回款.csv').getByText('1 / 0 / 0').waitFor();
		const summary = [
			['月度汇总 统计日期：2026-07-01 至 2026-07-31', '', ''],
			['姓名', '工号', '出勤天数'],
			['员工0', '9001', '20']
		];
		await importFiles(page, [{ name: '七月考勤.csv', content: csv(summary) }]);
		await said(/最像“出勤”，但缺少：应出勤天数/);
		expect(await accessibilityFaults(page)).toEqual([]);
		const due = page.locator('.field', { hasText: '应出勤天数' });
		await due.locator('select').first().selectOption({ label: '整个文件一个值' });
		await due.getByRole('button', { name: /按工作日历/ }).click();
		await page.getByRole('button', { name: '按此导入' }).click();
		await fileRow('七月考勤.csv').getByText('1 / 0 / 0').waitFor();
		expect(stage.complaints).toEqual([]);
	});

	it('lets a sheet that it doesn’t know be mapped beside those that it read', async () => {
		const { page } = stage;
		await page.goto(`${stage.base}/import`);
		const renamed = (rows: string[][], header = rows[0]!) =>
			rows.map((row, r) => (r === 0 ? header : [`S${row[0]!}`, ...row.slice(1)]));
		const merits = renamed(good['merits']!, ['编码', '何时', '何处', '何种', '凭据']);
		const content = Buffer.from(
			await writeXlsx({
				sheets: [
					{ name: '审计', rows: renamed(good['audits']!) },
					{ name: '奖惩', rows: merits }
				]
			})
		);
		await importFiles(page, [{ name: '两表.xlsx', content }]);
		await fileRow('两表.xlsx').getByText('1 / 0 / 0').waitFor();
		const ask = page.locator('section.ask', { hasText: '两表.xlsx#奖惩' });
		await ask.locator('.choose select').first().selectOption({ label: '奖惩' });
		for (const [field, header] of [
			['编号', '编码'],
			['日期', '何时'],
			['分部', '何处'],
			['奖惩类型', '何种']
		] as const)
			await ask
				.locator('label', { hasText: new RegExp(`^${field}`) })
				.locator('select')
				.selectOption({ label: header });
		await ask.getByRole('button', { name: '按此导入' }).click();
		await fileRow('两表.xlsx#奖惩').waitFor();
		await page.reload();
		await fileRow('两表.xlsx#奖惩').waitFor();
		expect(await page.getByTestId('unread').innerText()).not.toContain('两表');
	});

	it('reads a scale of ten for all files of a layout, and one of five again once what showed it is gone', async () => {
		const { page } = stage;
		const head = ['回访编号', '分部', '回访人', '回访时间', '回访结果', '满意度'];
		const calls = (name: string, marks: string[]) => ({
			name: `${name}.csv`,
			content: csv([
				head,
				...marks.map((mark, i) => [
					`${name}${String(i)}`,
					'101',
					'9001',
					'2026-08-03 09:00:00',
					'已完成',
					mark
				])
			])
		});
		await importFiles(page, [calls('甲', ['5', '4']), calls('乙', ['9'])]);
		await fileRow('甲.csv').getByText('2 / 0 / 0').waitFor();
		await fileRow('甲.csv').getByRole('button').first().click();
		await said('满意度是数字（2 个），按 10 分制读取');
		await fileRow('乙.csv').getByRole('button', { name: '移除' }).click();
		await said('满意度是数字（2 个），按 5 分制读取');
		// nothing is being read any more, and the page doesn't say so
		await page.locator('progress').waitFor({ state: 'detached' });
	});

	it('takes a list of rejects back once it is mended: what it answers is no longer set aside', async () => {
		const { page } = stage;
		const head = ['回访编号', '分部', '回访人', '回访时间', '回访结果', '满意度'];
		const calls = [
			['更1', '101', '9001', '2026-08-03 09:00:00', '已完成', '5'],
			['更2', '101', '9001', '2026-08-33 09:00:00', '已完成', '5'],
			['更3', '101', '9001', '2026-08-05 09:00:00', '大概', '5']
		];
		await importFiles(page, [{ name: '待更正.csv', content: csv([head, ...calls]) }]);
		await fileRow('待更正.csv').getByText('1 / 2 / 0').waitFor();
		await fileRow('待更正.csv').getByRole('button').first().click();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			(async () => {
				await page.getByRole('button', { name: '下载剔除的记录' }).click();
				// it leaves as it is, with a reason that is there already
				await page.getByRole('dialog').getByRole('button', { name: '原样继续，记入日志' }).click();
			})()
		]);
		const list = readFileSync(await download.path(), 'utf8').replace('\ufeff', '');
		expect(list).toContain('of_record');
		await importFiles(page, [
			{
				name: '补回.csv',
				content: list.replace('2026-08-33', '2026-08-30').replace(/,大概,5,/, ',已完成,5,')
			}
		]);
		await fileRow('补回.csv').getByText('2 / 0 / 0').waitFor();
		await fileRow('待更正.csv').getByText('2 条已更正').waitFor();
		await page.goto(`${stage.base}/close?p=${MONTH}`);
		await said('检查清单');
		expect(await page.locator('main').innerText()).not.toContain('待更正.csv');
		await page.goto(`${stage.base}/import`);
		await fileRow('补回.csv').getByRole('button', { name: '移除' }).click();
		await page.getByText('2 条已更正').waitFor({ state: 'detached' });
		expect(stage.complaints).toEqual([]);
	});
});
