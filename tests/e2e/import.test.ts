import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { be } from '../support/month-end';
import { importFiles, openStage, sign, takeBack, type Stage } from '../support/page';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.page.goto(`${stage.base}/import`);
	await stage.page.getByRole('button', { name: '载入示例' }).waitFor();
});
afterEach(() => stage.close());

const ATTENDANCE = '月份,分部,工号,应出勤天数,实际出勤天数\n2026-10,B01,P1,1,1\n2026-10,B02,P2,1,1\n';
const HEADER = '回访编号,分部,回访人,回访时间,回访结果,满意度';
const callback = (i: number, rest = '已完成,满意'): string =>
	`HF${i},B0${1 + (i % 2)},P${1 + (i % 2)},2026-10-05 10:00:00,${rest}`;
const callbacks = (count: number): string =>
	[HEADER, ...Array.from({ length: count }, (_, i) => callback(i))].join('\n') + '\n';
const fileRow = (name: string) => stage.page.locator('tbody tr', { hasText: name }).first();
const said = (text: string) => stage.page.getByText(text).first().waitFor();

describe('import', () => {
	it('takes the same file once, shows what a corrected one changes, replaces it, and undoes an import', async () => {
		const { page } = stage;
		await importFiles(page, [
			{ name: 'callbacks.csv', content: callbacks(20) },
			{ name: 'attendance.csv', content: ATTENDANCE }
		]);
		await said('已导入 2 个文件');
		await importFiles(page, [{ name: 'callbacks.csv', content: callbacks(20) }]);
		await said('内容与已导入的文件相同');
		const corrected =
			callbacks(20)
				.replace(callback(3), callback(3, '未接通,'))
				.replace(`${callback(4)}\n`, '') + `${callback(77)}\n`;
		await importFiles(page, [{ name: 'callbacks.csv', content: corrected }]);
		await said('相同 18 条，改动 1 条，新增 1 条，减少 1 条');
		expect(await page.getByRole('alertdialog').innerText()).toMatch(/HF3\s+回访结果\s+已完成\s+未接通/);
		// called off: nothing changed, and the next import works at once
		await page.getByRole('button', { name: '不导入新文件' }).click();
		await page.getByRole('alertdialog').waitFor({ state: 'detached' });
		await fileRow('callbacks.csv').getByText('20 / 0 / 0').waitFor();
		// the corrected file comes on its own, under another name: it is known by its keys
		await importFiles(page, [{ name: '更正后.csv', content: corrected }]);
		await said('相同 18 条，改动 1 条，新增 1 条，减少 1 条');
		await page.getByRole('button', { name: '不导入新文件' }).click();
		await page.getByRole('alertdialog').waitFor({ state: 'detached' });
		await importFiles(page, [{ name: 'callbacks.csv', content: corrected }]);
		await page.getByRole('button', { name: '用新文件替换旧文件' }).click();
		await page.getByRole('alertdialog').waitFor({ state: 'detached' });
		await fileRow('callbacks.csv').getByText('20 / 0 / 0').waitFor();
		// what it replaced comes back with an undo, and can be replaced again
		await takeBack(page, '已导入 callbacks.csv');
		await importFiles(page, [{ name: 'callbacks-2.csv', content: corrected }]);
		await said('相同 18 条，改动 1 条，新增 1 条，减少 1 条');
		await page.getByRole('button', { name: '用新文件替换旧文件' }).click();
		await fileRow('callbacks-2.csv').getByText('20 / 0 / 0').waitFor();
		expect(await fileRow('callbacks.csv').count()).toBe(0);
		await importFiles(page, [
			{
				name: 'ratings.csv',
				content: '月份,分部,被考核人,考核者,考核人,考核得分\n2026-10,B01,P1,本人,P1,90\n'
			}
		]);
		await said('已导入 ratings.csv');
		await fileRow('ratings.csv').waitFor();
		await takeBack(page, '已导入 ratings.csv');
		await fileRow('ratings.csv').waitFor({ state: 'detached' });
		// for those from whom names are hidden two keys may look alike: the question is asked all the same
		const group = (score: number): string =>
			`月份,分部,被考核人,考核者,考核人,考核得分\n${[1, 2, 3].map((n) => `2026-10,B01,P1,小组,R${String(n)},${String(score)}`).join('\n')}\n`;
		await importFiles(page, [{ name: 'group.csv', content: group(90) }]);
		await fileRow('group.csv').waitFor();
		await be(page, '李总', '总部');
		await importFiles(page, [{ name: 'group.csv', content: group(91) }]);
		await said('相同 0 条，改动 3 条');
		expect(await page.getByRole('alertdialog').innerText()).toMatch(/G\*/);
		await page.getByRole('button', { name: '不导入新文件' }).click();
		await page.getByRole('alertdialog').waitFor({ state: 'detached' });
		await fileRow('group.csv').locator('xpath=..').waitFor();
		await page.reload();
		await fileRow('callbacks-2.csv').waitFor();
		expect(await page.locator('tbody th').first().innerText()).toContain('attendance.csv');
		expect(await fileRow('ratings.csv').count()).toBe(0);
	});

	it('writes a step once though the engine traps while its scores are computed', async () => {
		const { page } = stage;
		const recorded = async (): Promise<number> =>
			Number((await page.evaluate(() => document.documentElement.dataset['recorded']))?.split(' ')[0]);
		const isAfter = (n: number) =>
			page.waitForFunction(
				(m) => Number(document.documentElement.dataset['recorded']?.split(' ')[0]) >= m,
				n
			);
		await page.addInitScript(() => {
			// one statement that names what is armed ends as a trap of the engine does
			const { Worker: Real } = window;
			const trap = { on: '', hits: 0 };
			Object.assign(window, { trap });
			window.Worker = class extends Real {
				override postMessage(task: unknown, transfer?: unknown): void {
					const { id, sql = '' } = task as { id: number; sql?: string };
					if (trap.on === '' || !sql.includes(trap.on))
						return super.postMessage(task, transfer as Transferable[]);
					trap.on = '';
					trap.hits++;
					this.dispatchEvent(
						new MessageEvent('message', { data: { id, failed: 'RuntimeError: unreachable' } })
					);
				}
			};
		});
		const arm = (sql: string) =>
			page.evaluate((on) => void Object.assign((window as unknown as { trap: object }).trap, { on }), sql);
		const hits = () => page.evaluate(() => (window as unknown as { trap: { hits: number } }).trap.hits);
		await page.reload();
		await importFiles(page, [
			{ name: 'callbacks.csv', content: callbacks(20) },
			{ name: 'attendance.csv', content: ATTENDANCE }
		]);
		await said('已导入 2 个文件');
		const before = await recorded();
		await arm('staging.aside');
		await importFiles(page, [{ name: 'more.csv', content: callbacks(30).replaceAll('HF', 'HG') }]);
		await fileRow('more.csv').getByText('30 / 0 / 0').waitFor();
		await isAfter(before + 1);
		await expect.poll(hits).toBe(1);
		await arm('staging.aside');
		await fileRow('more.csv').getByRole('button', { name: '移除' }).click();
		await fileRow('more.csv').waitFor({ state: 'detached' });
		await said('数据到齐了吗');
		await isAfter(before + 2);
		await expect.poll(hits).toBe(2);
		await page.waitForTimeout(1500);
		await page.reload();
		await fileRow('callbacks.csv').waitFor();
		await expect.poll(recorded).toBe(before + 2);
		expect(await fileRow('more.csv').count()).toBe(0);
	});

	it('goes where one clicked though new results come while that page is still on its way', async () => {
		const { page } = stage;
		// requests that the service worker answers can't be held
		await page.addInitScript(() => {
			navigator.serviceWorker.register = () => Promise.reject(new Error('none'));
		});
		await page.evaluate(async () => {
			for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
		});
		await page.reload();
		await importFiles(page, [
			{ name: 'callbacks.csv', content: callbacks(20) },
			{ name: 'attendance.csv', content: ATTENDANCE }
		]);
		await said('已导入 2 个文件');
		let held = 0;
		let letGo = (): void => {};
		const gone = new Promise<void>((resolve) => (letGo = resolve));
		await page.route(/\/nodes\/[^/]*\.js$/, async (route) => {
			held++;
			await gone;
			await route.continue();
		});
		const link = page.getByRole('link', { name: '存档' });
		await link.evaluate((it: HTMLElement) => it.click());
		await expect.poll(() => held).toBeGreaterThan(0);
		const computed = (): Promise<number> =>
			page.evaluate(() => performance.getEntriesByName('kaohe:results').length);
		const before = await computed();
		await importFiles(page, [{ name: 'more.csv', content: callbacks(30).replaceAll('HF', 'HG') }]);
		await expect.poll(computed).toBeGreaterThan(before);
		await said('已导入 more.csv');
		await page.waitForTimeout(300);
		letGo();
		await page.waitForURL('**/record?**');
		await page.getByRole('heading', { level: 1, name: '存档' }).waitFor();
	});

	it('offers unknown words, and rereads at once', async () => {
		const { page } = stage;
		await importFiles(page, [
			{ name: 'callbacks.csv', content: callbacks(4) + `${callback(8, '已完成,很好')}\n` },
			{ name: 'attendance.csv', content: ATTENDANCE }
		]);
		await fileRow('callbacks.csv').getByText('4 / 1 / 0').waitFor();
		await page.getByLabel('意思是').selectOption('5');
		await page.getByRole('button', { name: '加入词表' }).click();
		await sign(page);
		await fileRow('callbacks.csv').getByText('5 / 0 / 0').waitFor();
		await page.reload();
		await fileRow('callbacks.csv').getByText('5 / 0 / 0').waitFor();
	});

	it('asks for an unknown layout once, and remembers it', async () => {
		const { page } = stage;
		const odd = (i: number): string => `流水,网点,坐席,时刻,结论\nX${i},B01,P1,2026-10-05 10:00:00,已完成\n`;
		await importFiles(page, [
			{ name: 'odd1.csv', content: odd(1) },
			{ name: 'odd3.csv', content: odd(3) }
		]);
		const ask = page.locator('section.ask', { hasText: 'odd1.csv' });
		await said('有些地方要由您来说');
		await ask.locator('.choose select').first().selectOption({ label: '回访' });
		for (const [column, header] of [
			['回访编号', '流水'],
			['分部', '网点'],
			['回访人', '坐席'],
			['回访时间', '时刻'],
			['回访结果', '结论']
		] as const)
			await ask
				.locator('label', { hasText: new RegExp(`^${column}`) })
				.locator('select')
				.selectOption({ label: header });
		await ask.getByRole('button', { name: '按此导入' }).click();
		// the other of the same header waits for no answer of its own
		await fileRow('odd3.csv').waitFor();
		await fileRow('odd1.csv').waitFor();
		await importFiles(page, [{ name: 'odd2.csv', content: odd(2) }]);
		await fileRow('odd2.csv').waitFor();
		expect(await page.getByText('有些地方要由您来说').count()).toBe(0);
	});

	it('says what is wrong with files that are no tables, and runs nothing that a name says', async () => {
		const { page } = stage;
		const evil = '<img src=x onerror="window.hit=1">';
		const people = `工号,姓名,分部,岗位,入职日期,离职日期\nP1,"${evil.replaceAll('"', '""')}",B01,客服,2020-01-01,\nP2,"@HYPERLINK(""http://x"")",B02,客服,2020-01-01,\n`;
		await importFiles(page, [
			{ name: 'empty.csv', content: '' },
			{ name: 'photo.csv', content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) },
			{ name: 'all.csv', content: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]) },
			{ name: 'one-line.csv', content: 'x'.repeat(5_000_000) },
			{ name: 'people.csv', content: people },
			{ name: 'callbacks.csv', content: callbacks(6) + `${callback(9).replace('B02', 'B77')}\n` },
			{ name: 'attendance.csv', content: ATTENDANCE },
			{
				name: 'branches.csv',
				content: `分部编号,分部名称\nB01,"${evil.replaceAll('"', '""')}"\nB02,"+1+1"\n`
			}
		]);
		await said('文件是空的');
		await said('这是图片，不是表格');
		await said('压缩包损坏');
		await fileRow('callbacks.csv').getByText('6 / 1 / 0').waitFor();
		await fileRow('callbacks.csv').getByRole('button').first().click();
		await said('不在分部表里');
		for (const path of [
			'/month?p=2026-10',
			'/card?p=2026-10&unit=B01',
			'/ranking?p=2026-10',
			'/month?p=2026-10&u=person'
		]) {
			await page.goto(stage.base + path);
			await page.locator('h1').waitFor();
			await page.waitForTimeout(300);
		}
		await page.goto(`${stage.base}/month?p=2026-10&u=branch`);
		await page.locator('tbody').getByText(evil).first().waitFor();
		expect(await page.evaluate(() => 'hit' in window)).toBe(false);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: '存为 CSV' }).click();
		const stream = await (await download).createReadStream();
		const parts: Buffer[] = [];
		for await (const part of stream) parts.push(part as Buffer);
		expect(Buffer.concat(parts).toString()).toContain(`'+1+1`);
	});

	it('takes a workbook and pasted cells', async () => {
		const { page } = stage;
		const rows = callbacks(3)
			.trim()
			.split('\n')
			.map((l) => l.split(','));
		await importFiles(page, [
			{ name: '回访.xlsx', content: Buffer.from(await writeXlsx({ sheets: [{ name: '回访', rows }] })) }
		]);
		await fileRow('回访.xlsx').getByText('3 / 0 / 0').waitFor();
		await page.getByRole('button', { name: '粘贴单元格' }).click();
		await page.getByLabel('从 Excel 复制带表头的区域').fill(ATTENDANCE.replaceAll(',', '\t'));
		await page.getByRole('button', { name: '导入粘贴的内容' }).click();
		await fileRow('粘贴_').getByText('2 / 0 / 0').waitFor();
	});
});
