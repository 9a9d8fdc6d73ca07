import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../scripts/samples/encoding';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { backupOf, be, settled, step, totalsOn, waiveAll } from '../support/month-end';
import { accessibilityFaults, importFiles, openStage, visit, visitor, type Stage } from '../support/page';

let stage: Stage;
const AT = '?p=2026-09&u=branch';
beforeAll(async () => {
	stage = await openStage();
	const { page, base } = stage;
	await page.clock.setSystemTime(new Date('2026-10-09T01:00:00Z'));
	await page.goto(`${base}/import`);
	await importFiles(
		page,
		sampleFiles().map(({ name, encoding, text }) => ({
			name,
			content: Buffer.from(encodeText(text, encoding))
		}))
	);
	await page.getByText('10 个分部都有').first().waitFor();
});
afterAll(() => stage.close());

const go = async (page: Page, path: string): Promise<void> => {
	await visit(page, `${stage.base}${path}${AT}`);
	await page.locator('h1').waitFor();
};
const state = (page: Page): Promise<string> => page.locator('[aria-current=step] strong').innerText();
const totals = (page: Page): Promise<string[]> => totalsOn(page, `${stage.base}/month${AT}`);
/** The state when the month was sealed: what the scores were, and a backup of everything. */
let whenSealed: { totals: string[]; file: Buffer; state: string };
const backup = (page: Page): Promise<{ file: Buffer; state: string }> => backupOf(page, stage.base);

describe('a month’s life', () => {
	it('lists what is missing, and can’t be calculated before each is mended or waived with a reason', async () => {
		const { page } = stage;
		await be(page, '王芳', '人事');
		await go(page, '/close');
		expect(await state(page)).toBe('待计算');
		expect(await page.locator('.actions').getByRole('button', { name: '确认计算' }).isDisabled()).toBe(true);
		await page.getByText(/检查清单还有 \d+ 项待处理/).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await waiveAll(page);
		await step(page, '确认计算');
		await page.getByText('已确认计算').waitFor();
		expect(await state(page)).toBe('已计算');
	});

	it('is published with deadlines, and names who owes a plan', async () => {
		const { page } = stage;
		await step(page, '发通报', async () => {
			await page.getByLabel('通报日期').fill('2026-10-09');
			await page.getByText('申诉截止 2026-10-13，整改方案截止 2026-10-13').waitFor();
		});
		await page.getByText('已发通报').waitFor();
		expect(await state(page)).toBe('已通报');
		expect(await page.getByText('交整改方案').count()).toBeGreaterThanOrEqual(3);
		await go(page, '/close/bulletin');
		await page.getByText('202609-1 号 · 2026-10-09').waitFor();
		expect(await page.locator('table').first().locator('tbody tr').count()).toBe(10);
	});

	it('hears a branch manager’s appeal; its acceptance corrects the line, rescores, and asks for a revised bulletin', async () => {
		const { page } = stage;
		const before = await totals(page);
		await be(page, '李强', '分部经理', 'B09');
		await go(page, '/close/appeals');
		// a branch's manager appeals for the own branch alone
		expect(await page.locator('form select').first().locator('option').count()).toBe(2);
		expect(await page.getByLabel('名称').inputValue()).toBe('B09');
		await page.getByLabel('指标').selectOption('service_skill');
		await page.getByLabel('理由').fill('抽查的录音不是本分部');
		await page.getByLabel('应为').fill('少一次不合格');
		await page.getByLabel('分子增减').fill('-1');
		await page.getByLabel('依据').fill('录音编号 0917');
		await page.getByRole('button', { name: '提交申诉' }).click();
		await page.getByText('申诉已提交').waitFor();
		await be(page, '陈总', '总部');
		const form = page.getByRole('form', { name: /裁定第/ });
		// nothing is decided beforehand; what was asked for in numbers is taken as it is, or in part
		expect(await form.getByLabel('结论').inputValue()).toBe('');
		await form.getByLabel('结论').selectOption('partly');
		await form.getByLabel('分子增减').fill('-500');
		await form.getByText(/只有 \d+，不能再加 -500/).waitFor();
		expect(await form.getByRole('button', { name: '裁定' }).isDisabled()).toBe(true);
		await form.getByLabel('结论').selectOption('accepted');
		await form.getByLabel('理由').fill('属实');
		await form.getByText(/过账后：总分 [\d.]+ → [\d.]+，名次 \d+ → \d+/).waitFor();
		await form.getByRole('button', { name: '裁定' }).click();
		await page.getByText('得分已重新计算').waitFor();
		await page.getByText(/源数据 \d+\/\d+，更正 -1 \/ 0/).waitFor();
		const after = await totals(page);
		expect(after.filter((row, i) => row !== before[i])).toHaveLength(1);
		await be(page, '王芳', '人事');
		await go(page, '/close');
		await step(page, '受理申诉');
		await page.getByText('已受理申诉').waitFor();
		await step(
			page,
			'发修订通报',
			async () => void (await page.getByRole('dialog').getByLabel('理由').fill('采纳申诉'))
		);
		await page.getByText('已发修订通报').waitFor();
		await go(page, '/close/bulletin');
		expect(await page.locator('td', { hasText: '→' }).count()).toBeGreaterThanOrEqual(1);
		// what is due says the same on the screen, in a chat and in a calendar
		await go(page, '/month');
		const due = page.getByTestId('reminders');
		await due.locator('summary').click();
		const tasks = await due.locator('li a').allInnerTexts();
		expect(tasks).toHaveLength(5);
		expect(tasks.filter((task) => task.endsWith('交整改方案'))).toHaveLength(3);
		await due.getByRole('button', { name: '复制到企业微信、钉钉' }).click();
		await page.getByText('已复制，可以粘贴').waitFor();
		const [head, ...lines] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
		expect(head).toMatch(/^考核待办 5 项/);
		expect(lines.map((line, at) => line.includes(tasks[at]!))).toEqual(tasks.map(() => true));
		const download = page.waitForEvent('download');
		await due.getByRole('button', { name: '存为日历（.ics）' }).click();
		const ics = readFileSync(await (await download).path(), 'utf8').replaceAll('\r\n ', '');
		expect([...ics.matchAll(/SUMMARY:(.*)\r/g)].map(([, task]) => task)).toEqual(tasks);
	});

	it('pins a note to a unit’s month: on its card, its trend, the bulletin and the slides, with no figure changed', async () => {
		const { page, base } = stage;
		const before = await totals(page);
		await visit(page, `${base}/card?p=2026-09&u=branch&unit=B09`);
		await page.getByRole('button', { name: '添加说明' }).click();
		const form = page.getByTestId('notes').locator('form');
		await form.getByLabel('指标').selectOption('service_skill');
		await form.getByLabel('内容').fill('系统停机两天 <b>');
		await form.getByRole('button', { name: '添加说明' }).click();
		await page.getByTestId('notes').getByText('系统停机两天 <b>').waitFor();
		await page.locator('figure svg text', { hasText: '09 ※' }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await go(page, '/close/bulletin');
		await page.getByText('南站 · 专业技能、接听质量 · 系统停机两天 <b>').waitFor();
		await go(page, '/close/slides');
		await page.locator('.all .slide', { hasText: '系统停机两天 <b>' }).waitFor({ state: 'attached' });
		await visit(page, `${base}/card?p=2026-08&u=branch&unit=B09`);
		await page.getByRole('button', { name: '添加说明' }).waitFor();
		expect(await page.getByTestId('notes').locator('li').count()).toBe(0);
		expect(await totals(page)).toEqual(before);
	});

	it('keeps a ledger: points above the limit wait for a second name; a reversal takes them out again', async () => {
		const { page } = stage;
		const before = await totals(page);
		await go(page, '/close/ledger');
		await page.getByLabel('类别').selectOption('audit');
		await page.getByRole('combobox', { name: '分部' }).selectOption({ index: 1 });
		await page.getByRole('textbox', { name: '扣分' }).fill('8');
		await page.getByLabel('日期').fill('2026-09-15');
		await page.getByLabel('依据').fill('审计报告 12 号');
		await page.getByTestId('after').getByText('过账后').waitFor();
		await page.getByRole('button', { name: '登记', exact: true }).click();
		// what is typed while the scores follow is kept
		const evidence = page.getByLabel('依据');
		await page.waitForFunction(
			(input) => (input as HTMLInputElement).value === '',
			await evidence.elementHandle()
		);
		await evidence.fill('下一条');
		await page.getByText('等第二人确认后计分').waitFor();
		await settled(page);
		expect(await evidence.inputValue()).toBe('下一条');
		await evidence.fill('');
		expect(await totals(page)).toEqual(before);
		await go(page, '/close/ledger');
		await page.getByRole('button', { name: '确认', exact: true }).click();
		await page.getByText('登记人自己不能确认').waitFor();
		await be(page, '陈总', '总部');
		await page.getByRole('button', { name: '确认', exact: true }).click();
		await page.getByText('陈总 · 总部 已确认').waitFor();
		const changed = (await totals(page)).filter((row, i) => row !== before[i]);
		expect(changed).toHaveLength(1);
		await go(page, '/close/ledger');
		await page.getByRole('button', { name: '冲销', exact: true }).first().click();
		await page.getByLabel('理由').fill('重复登记');
		await page.locator('td form').getByRole('button', { name: '冲销' }).click();
		await page.getByText('陈总 · 总部 申请冲销').waitFor();
		await be(page, '王芳', '人事');
		await page.getByRole('button', { name: '确认', exact: true }).click();
		await page.getByText('已冲销：重复登记').waitFor();
		expect(await totals(page)).toEqual(before);
	});

	it('takes ratings by hand and pasted, and keeps no name of the group anywhere', async () => {
		const { page } = stage;
		const before = await totals(page);
		await go(page, '/close/ratings');
		await page.locator('.tools select').first().selectOption('group');
		await page.getByLabel('评分人').fill('赵六六');
		const name = await page.locator('tbody th').first().innerText();
		await page.getByLabel('从 Excel 粘贴').fill(`${name}\t101`);
		await page.getByRole('button', { name: '读入' }).click();
		await page.getByText(/这一行的分数读不懂/).waitFor();
		await page.getByLabel('从 Excel 粘贴').fill(`${name}\t12`);
		await page.getByRole('button', { name: '读入' }).click();
		// files hold group scores of the same person: whether this is another is asked, however soon one clicks
		await page.getByLabel('作为另一位评分人').check();
		await page.getByRole('button', { name: '录入 1 个评分' }).click();
		await page.getByText('已录入 1 个评分').waitFor();
		expect(await page.locator('tbody tr').first().locator('td').last().innerText()).toBe('已导入 3 人；1 人');
		expect((await totals(page)).filter((row, i) => row !== before[i])).toHaveLength(1);
		const all = await page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					const request = indexedDB.open('kaohe-own');
					request.onsuccess = () => {
						const stores = ['events', 'files', 'kept', 'seals'];
						const tx = request.result.transaction(stores);
						const texts: string[] = [];
						for (const name of stores)
							tx.objectStore(name).getAll().onsuccess = (e) =>
								void texts.push(JSON.stringify((e.target as IDBRequest).result));
						tx.oncomplete = () => {
							request.result.close();
							resolve(texts.join(''));
						};
					};
				})
		);
		expect(all).toContain('"kind":"ratings"');
		expect(all).not.toContain('赵六六');
		await go(page, '/close/ratings');
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('follows plans from the bulletin to their acceptance', async () => {
		const { page } = stage;
		await go(page, '/close/plans');
		const plan = page.locator('article').first();
		await plan.getByLabel('原因分析').fill('人手不足');
		await plan.getByLabel('改进措施').fill('增加一名回访员');
		// who doesn't say who they are has written nothing, and keeps what was typed
		await page.evaluate(() => localStorage.removeItem('kaohe.actor'));
		await page.reload();
		await plan.getByRole('button', { name: '提交' }).click();
		await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
		await go(page, '/close');
		await go(page, '/close/plans');
		expect(await plan.getByLabel('原因分析').inputValue()).toBe('人手不足');
		await be(page, '王芳', '人事');
		// nor is it gone where another plan is written down meanwhile
		await plan.getByLabel('原因分析').fill('人手不足，又调走一人');
		const beside = page.locator('article').nth(1);
		await beside.getByLabel('原因分析').fill('待查');
		await beside.getByRole('button', { name: '暂存' }).click();
		await beside.locator('li').first().waitFor();
		expect(await plan.getByLabel('原因分析').inputValue()).toBe('人手不足，又调走一人');
		await plan
			.locator('input[type=file]')
			.setInputFiles({ name: '整改.txt', mimeType: 'text/plain', buffer: Buffer.from('十月起两人回访') });
		await plan.getByRole('button', { name: '提交' }).click();
		await plan.getByText('2026-10-09 已交').waitFor();
		const [evidence] = await Promise.all([
			page.waitForEvent('download'),
			plan.getByRole('button', { name: '整改.txt' }).click()
		]);
		expect(readFileSync(await evidence.path(), 'utf8')).toBe('十月起两人回访');
		await plan.getByRole('button', { name: '通过' }).click();
		await plan.getByText('已通过', { exact: true }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('puts what was judged a moment ago into the revised bulletin', async () => {
		const { page } = stage;
		const before = await totals(page);
		await be(page, '王芳', '人事');
		await go(page, '/report/desk');
		const drawn = page.locator('article').first();
		await drawn.waitFor();
		// the desk never comes to rest: only the step can have the scores computed
		await page.evaluate(() => {
			const wait = window.setTimeout.bind(window);
			const rest = 1500;
			window.setTimeout = ((f: TimerHandler, ms = 0, ...given: unknown[]) =>
				wait(f, ms === rest ? 600_000 : ms, ...given)) as typeof window.setTimeout;
		});
		await page.getByLabel('抽查事项').first().selectOption('service_skill');
		await drawn.getByRole('button', { name: '不合格', exact: true }).click();
		await drawn.getByText('王芳 · 人事：不合格').waitFor();
		await page.getByRole('link', { name: '月结', exact: true }).click();
		await step(
			page,
			'发修订通报',
			async () => void (await page.getByRole('dialog').getByLabel('理由').fill('补录评分与抽查'))
		);
		await page.getByText('已发修订通报').waitFor();
		const after = await totals(page);
		expect(after.filter((row, i) => row !== before[i])).toHaveLength(1);
		await go(page, '/close/bulletin');
		const announced = await page
			.locator('table')
			.first()
			.locator('tbody tr')
			.evaluateAll((rows) => rows.map((r) => (r as HTMLElement).innerText));
		for (const row of after) {
			const [name, total] = row.split(' ') as [string, string];
			expect(announced.find((text) => text.includes(name))).toContain(total);
		}
	});

	it('is signed after the time to appeal, sealed by head office, and stands against late data, which a banner weighs', async () => {
		const { page, base } = stage;
		await go(page, '/close');
		expect(await page.locator('.actions').getByRole('button', { name: '签字' }).isDisabled()).toBe(true);
		await page.clock.setSystemTime(new Date('2026-10-20T01:00:00Z'));
		// a page that is open over midnight follows the day once one comes back to it
		await page.evaluate(() => dispatchEvent(new Event('focus')));
		await page.locator('.actions').getByRole('button', { name: '签字', disabled: false }).waitFor();
		await step(page, '签字', true);
		await page.getByText('已签字').first().waitFor();
		expect(await page.locator('.actions').getByRole('button', { name: '封存' }).isDisabled()).toBe(true);
		await be(page, '陈总', '总部');
		await step(page, '封存', true);
		await page.locator('[aria-current=step]', { hasText: '已封存' }).waitFor();
		const sealedTotals = await totals(page);
		whenSealed = { totals: sealedTotals, ...(await backup(page)) };
		await go(page, '/close/paper');
		const paper = (await page.getByTestId('paper').getAttribute('srcdoc'))!;
		expect(paper).toMatch(/2026-09 已封存 第 1 版 [0-9a-f]{16}/);
		await page.getByRole('combobox', { name: '表单' }).selectOption('notice');
		await page.waitForURL(/form=notice/);
		const notice = (await page.getByTestId('paper').getAttribute('srcdoc'))!;
		expect(notice).toMatch(/号 · 2026-10-\d\d/);
		expect(notice).toContain('申诉截止');
		await page.getByRole('combobox', { name: '表单' }).selectOption('plans');
		await page.waitForURL(/form=plans/);
		expect((await page.getByTestId('paper').getAttribute('srcdoc'))!.match(/class="sheet"/g)!.length).toBe(3);

		await visit(page, `${base}/import`);
		const rows = Array.from(
			{ length: 4 },
			(_, i) => `LATE-${String(i)},B01,2026-09-1${String(i)} 10:00:00,service_skill,no\n`
		);
		await importFiles(page, [
			{ name: '补录抽查.csv', content: `check,branch,checked_at,subject,passed\n${rows.join('')}` }
		]);
		await page.getByText('已导入 补录抽查.csv').waitFor();
		await go(page, '/close');
		const banner = await page.getByTestId('late').innerText();
		const [, scores, ranks] = /改变 (\d+) 个得分、(\d+) 个名次/.exec(banner)!;
		expect(Number(scores)).toBeGreaterThan(0);
		expect(await totals(page)).toEqual(sealedTotals);

		await go(page, '/close');
		await step(
			page,
			'重开',
			async () => void (await page.getByRole('dialog').getByLabel('理由').fill('补录抽查'))
		);
		await page.getByText('第 2 版').first().waitFor();
		await go(page, '/close/sealed');
		await settled(page);
		const since = await page.getByRole('heading', { name: /与上次封存相比/ }).innerText();
		expect(since).toContain(`${scores!} 个得分、${ranks!} 个名次不同`);
		expect(await totals(page)).not.toEqual(sealedTotals);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('stands in every time zone, opens without DuckDB, and outlives its raw files', async () => {
		const { browser, base } = stage;
		for (const timezoneId of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC']) {
			const context = await visitor(browser, { timezoneId });
			const page = await context.newPage();
			await page.clock.setSystemTime(new Date('2026-10-20T01:00:00Z'));
			await page.goto(`${base}/record`);
			await page.getByTestId('restore').setInputFiles({
				name: 'b.kaohe',
				mimeType: 'application/octet-stream',
				buffer: whenSealed.file
			});
			await page.getByText(/已恢复 \d+ 条记录/).waitFor();
			await page.waitForFunction(
				(was) => document.querySelector('[data-testid=state]')?.getAttribute('title') === was,
				whenSealed.state
			);
			// what is computed here from the same files is what was sealed there
			expect(await totals(page)).toEqual(whenSealed.totals);
			await go(page, '/close/sealed');
			await page.getByText('现有数据与封存一致').waitFor();
			if (timezoneId !== 'Asia/Shanghai') {
				await context.close();
				continue;
			}
			await be(page, '陈总', '总部');
			await page.getByRole('button', { name: '删除原始文件' }).click();
			await page.getByLabel('理由').fill('满一年');
			await page.getByRole('button', { name: '删除原始文件' }).click();
			await page.getByText(/已删除 \d+ 个文件/).waitFor();
			expect(await totals(page)).toEqual(whenSealed.totals);
			await context.route(/duckdb|\.wasm/, (route) => route.abort());
			await page.reload();
			expect(await totals(page)).toEqual(whenSealed.totals);
			await go(page, '/close/sealed');
			await page.getByText('原始文件已删除，只留校验值').waitFor();
			await page.getByText('SHA-256').first().waitFor();
			expect(await page.getByText(/存档核对未通过/).count()).toBe(0);
			await context.close();
		}
	});

	it('has a calendar that can be changed and a year that can be added', async () => {
		const { page } = stage;
		await go(page, '/close/calendar');
		await page.getByLabel('年份').selectOption('2027');
		await page.getByText('还没有 2027 年的安排').waitFor();
		await page.getByRole('textbox', { name: /粘贴 2027 年/ }).fill('2027-01-01 2027-01-02 +2027-01-03');
		await page.getByRole('button', { name: '补上 2027 年' }).click();
		await page.getByText('还没有 2027 年的安排').waitFor({ state: 'detached' });
		await page.getByRole('button', { name: /^3 · 2027-01-03 · 上班/ }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('fits 360 px on every page of it', async () => {
		const { page } = stage;
		for (const path of [
			'/close',
			'/close/ledger',
			'/close/appeals',
			'/close/plans',
			'/close/bulletin',
			'/close/calendar',
			'/close/sealed',
			'/record'
		]) {
			await go(page, path);
			await page.setViewportSize({ width: 360, height: 740 });
			await page.waitForTimeout(200);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
			await page.setViewportSize({ width: 1440, height: 900 });
		}
		expect(stage.complaints).toEqual([]);
	});
});
