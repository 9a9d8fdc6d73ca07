import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { be } from '../support/month-end';
import { accessibilityFaults, loadSample, openStage, visit, type Stage } from '../support/page';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await loadSample(stage);
	// the pages are visited within the app: a reload would fill the engine anew each time
	await stage.page.getByRole('link', { name: '报表', exact: true }).click();
	await stage.page.locator('.parts').waitFor();
});
afterAll(() => stage.close());

const tab = async (page: Page, name: string): Promise<void> => {
	await page.getByRole('navigation', { name: '报表' }).getByRole('link', { name, exact: true }).click();
	await page.locator('h1', { hasText: name }).waitFor();
};

describe('the reports', () => {
	it('give the month’s main figures in the handbook’s order, each part one click away', async () => {
		const { page } = stage;
		expect(await page.locator('.ranks li').count()).toBe(10);
		const titles = await page.locator('.part h3 a').allInnerTexts();
		expect(titles).toEqual([
			'计划预算',
			'报表上交',
			'工单',
			'收费',
			'回访',
			'回访真实性核查',
			'投诉闭环',
			'按揭小组',
			'台账'
		]);
		expect(await page.locator('.part.nothing').count()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('are broken off by a button, say so, and are computed when they are wanted again', async () => {
		const { page, base } = stage;
		// months that weren't shown yet
		await visit(page, `${base}/report/truth?p=2026-08`);
		// the button is there at once, in sight after a second
		await page.locator('main').getByText('正在计算').waitFor();
		await page.locator('main .line button').dispatchEvent('click');
		await page.getByText('已取消计算').waitFor();
		await page.getByRole('button', { name: '重新计算' }).click();
		await page.locator('main table').first().waitFor();
		expect(await page.getByText('已取消计算').count()).toBe(0);
		await visit(page, `${base}/report`);
		await page.locator('.parts').waitFor();
	});

	it('stand whole on paper, whatever the screen has drawn by then', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/report`);
		await page.locator('.parts').waitFor();
		const counted = page.evaluate(
			() =>
				new Promise<[first: number, onPaper: number, rows: number]>((done) => {
					const count = (what: string): number => document.querySelectorAll(what).length;
					const tables = (): number => count('main figure, main table');
					const watch = new MutationObserver(() => {
						if (!location.pathname.endsWith('/tickets') || !document.querySelector('main table')) return;
						watch.disconnect();
						const first = tables();
						dispatchEvent(new Event('beforeprint'));
						done([first, tables(), count('main .frame tbody tr')]);
						dispatchEvent(new Event('afterprint'));
					});
					watch.observe(document, { subtree: true, childList: true });
				})
		);
		await tab(page, '工单');
		const [first, onPaper, rows] = await counted;
		expect(onPaper).toBeGreaterThan(first);
		await page.waitForTimeout(1500);
		expect(await page.locator('main figure, main table').count()).toBe(onPaper);
		// what the screen leaves to a button stands on paper, too
		expect(rows).toBeGreaterThanOrEqual(await page.locator('main .frame tbody tr').count());
	});

	it('have something to say on every page, no accessibility fault, and room in 360 px', async () => {
		const { page } = stage;
		for (const name of await page.locator('nav.tabs a').allInnerTexts()) {
			if (name !== '综合通报') {
				await tab(page, name);
				await page.locator('.frame:visible tbody tr').first().waitFor();
				expect(await accessibilityFaults(page), name).toEqual([]);
			}
			await page.setViewportSize({ width: 360, height: 740 });
			// charts follow a frame later
			await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
			expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(360);
			await page.setViewportSize({ width: 1440, height: 900 });
		}
	});

	it('open a value down to as many rows as it says, and a row down to its record', async () => {
		const { page } = stage;
		await tab(page, '工单');
		await page.getByLabel('工单的分组方式').selectOption('party');
		const row = page.locator('.frame:visible table').first().locator('tbody tr', { hasText: '厂家' });
		await row.waitFor();
		const tickets = await row.locator('td').first().innerText();
		await row.getByRole('button', { name: '厂家' }).click();
		const drawer = page.getByRole('dialog');
		await drawer.getByText(`原始记录 ${tickets} 条`).waitFor();
		await drawer
			.getByRole('button', { name: /工单投诉_2026Q3\.csv:\d+/ })
			.first()
			.click();
		await drawer.locator('.raw dl').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Escape');
	});

	it('compare any two periods', async () => {
		const { page } = stage;
		await page.getByLabel('对比', { exact: true }).selectOption('2026-07');
		await page.waitForURL(/vs=2026-07/);
		await page.locator('.delta').first().waitFor();
	});

	it('stand stages of tickets side by side, of any two periods', async () => {
		const { page } = stage;
		await page.getByLabel('对比', { exact: true }).selectOption('2026-09');
		await page.getByLabel('阶段', { exact: true }).selectOption('二期');
		await page.getByLabel('对比的阶段').selectOption('一期');
		await page.getByText('2026年9月 · 二期 / 2026年9月 · 一期').first().waitFor();
		await page.getByLabel('工单的分组方式').selectOption('all');
		const body = page.locator('.frame:visible table').first().locator('tbody');
		const cells = body.locator('td').first();
		const whole = body.getByRole('button', { name: '合计' });
		await whole.waitFor();
		const [second, first] = (await cells.innerText())
			.replaceAll(',', '')
			.split('/')
			.map((n) => Number(n.trim()));
		expect(second).toBeGreaterThan(500);
		expect(first).toBeGreaterThan(second!);
		await whole.click();
		await page
			.getByRole('dialog')
			.getByText(`原始记录 ${second!.toLocaleString('en-US')} 条`)
			.waitFor();
		await page.keyboard.press('Escape');
	});

	it('are narrowed to one branch, tab after tab, down to its homes that owe', async () => {
		const { page } = stage;
		await page.getByRole('combobox', { name: '分部', exact: true }).selectOption('B03');
		await page.locator('h1', { hasText: '高新' }).waitFor();
		await tab(page, '收费');
		await page.locator('h1', { hasText: '高新' }).waitFor();
		const table = page.locator('section', {
			has: page.getByRole('heading', { name: '欠费户', exact: true })
		});
		const row = table.locator('tbody tr').first();
		await row.waitFor();
		expect(await table.locator('tbody tr', { hasNotText: '高新' }).count()).toBe(0);
		const bills = await row.locator('td').nth(1).innerText();
		await row.getByRole('button').click();
		await page.getByRole('dialog').getByText(`原始记录 ${bills.trim()} 条`).waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('combobox', { name: '分部', exact: true }).selectOption('');
		await page.locator('h1', { hasText: '高新' }).waitFor({ state: 'detached' });
	});

	it('mask homes where a role or what leaves the page doesn’t need them; as they are they leave by an entry in the log', async () => {
		const { page } = stage;
		await tab(page, '收费');
		const section = page.locator('section', {
			has: page.getByRole('heading', { name: '欠费户', exact: true })
		});
		await section.locator('tbody tr').first().waitFor();
		const homes = (): Promise<string[]> => section.locator('tbody th').allInnerTexts();
		const seen = await homes();
		const isHome = (text: string): boolean => /\d/.test(text.slice(text.lastIndexOf('-')));
		expect(seen.every(isHome)).toBe(true);
		const first = (csv: string): string[] =>
			csv
				.split('\n')
				.slice(1, 1 + seen.length)
				.map((l) => l.split(',')[0]!);
		const saved = async (press: () => Promise<void>): Promise<string> => {
			const [download] = await Promise.all([page.waitForEvent('download'), press()]);
			return (await import('node:fs/promises')).readFile(await download.path(), 'utf8');
		};
		const csv = section.getByRole('button', { name: '存为 CSV' });
		const dialog = page.getByRole('dialog');
		const masked = first(
			await saved(async () => {
				await csv.click();
				await dialog.getByText('欠费户').waitFor();
				expect(await accessibilityFaults(page)).toEqual([]);
				await dialog.getByRole('button', { name: '脱敏后继续' }).click();
			})
		);
		expect(masked).toEqual(seen.map((home) => home.replace(/\d+$/, '*')));
		await section.getByRole('button', { name: '复制表格' }).click();
		await dialog.getByRole('button', { name: '脱敏后继续' }).click();
		await page.getByText('已复制').first().waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied.split('\n')[1]!.startsWith(`${masked[0]!}\t`)).toBe(true);
		// what is printed without asking is masked, whoever prints
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		expect((await homes()).slice(0, 5)).toEqual(masked.slice(0, 5));
		await page.evaluate(() => dispatchEvent(new Event('afterprint')));
		expect((await homes())[0]).toBe(seen[0]);

		const whole = await saved(async () => {
			await csv.click();
			await dialog.getByLabel('不脱敏的理由').fill('上门催收');
			await dialog.getByRole('button', { name: '原样继续，记入日志' }).click();
			await page.getByLabel('姓名').fill('王芳');
			await page.getByRole('button', { name: '确定' }).click();
		});
		expect(first(whole)).toEqual(seen);

		await be(page, '总部李', '总部');
		await section.locator('tbody th', { hasText: masked[0]! }).first().waitFor();
		await expect.poll(homes).toEqual(masked);
		await section.locator('tbody tr button').first().click();
		const place = dialog.getByRole('button', { name: /\.csv:\d+/ }).first();
		await place.click();
		await dialog.locator('.raw dl').waitFor();
		expect(await dialog.innerText()).not.toContain(seen[0]!);
		await dialog.getByText('个人信息已脱敏').waitFor();
		const drawn = await saved(() => dialog.getByRole('button', { name: '存为 CSV' }).click());
		expect(drawn).not.toContain(seen[0]!);
		await page.keyboard.press('Escape');
		// a chart is drawn on paper, too
		const charts = page.locator('figure svg');
		const drawnCharts = await charts.count();
		expect(drawnCharts).toBeGreaterThan(0);
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		expect(await charts.count()).toBe(drawnCharts);
		await page.evaluate(() => dispatchEvent(new Event('afterprint')));
		// owners are no more to be seen than homes
		await page.getByLabel('收费的分组方式').selectOption('owner');
		await page.waitForURL(/by\.fee=owner/);
		await page.getByRole('link', { name: '存档', exact: true }).click();
		await page.getByText('未脱敏另存 CSV').waitFor();
		await page.getByText('上门催收').waitFor();
		expect(await page.getByText('未脱敏').count()).toBe(1);
		await be(page, '王芳', '人事');
		await page.getByRole('link', { name: '报表', exact: true }).click();
		await page.locator('.parts').waitFor();
	});

	it('put a finding on the desk; a judgement scores, a second one tells how far two agree', async () => {
		const { page } = stage;
		await tab(page, '回访真实性核查');
		const finding = page.locator('tr', { hasText: '短时密集' }).last();
		await finding.getByRole('link', { name: '抽查这一条' }).click();
		await page.getByText('抽中 1 条').waitFor();
		const judge = async (name: string, result: string): Promise<void> => {
			await page.locator('button.actor').click();
			await page.getByLabel('姓名').fill(name);
			await page.getByLabel('人事', { exact: true }).check();
			await page.getByRole('button', { name: '确定' }).click();
			await page.getByLabel('抽查事项').first().selectOption('callback_truth');
			await page.locator('article').first().getByRole('button', { name: result, exact: true }).click();
			await page.getByText(`${name} · 人事：${result}`).first().waitFor();
			await page.getByText('正在按最新记录重新计算').waitFor({ state: 'detached' });
		};
		await judge('王芳', '不合格');
		await judge('李雷', '合格');
		await page.getByText('不重复计数').first().waitFor();
		await page.getByText(/1 条由两人判断，一致 0 条/).waitFor();
		await page.getByRole('link', { name: '考核', exact: true }).click();
		await page.locator('a.total').first().waitFor();
		const cell = page.locator('tbody tr', { hasText: '西湖' });
		await cell.waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('hold a figure typed in against the rows', async () => {
		const { page } = stage;
		await page.getByRole('link', { name: '报表', exact: true }).click();
		await tab(page, '报表上交');
		await page.getByText('录入上报数').click();
		const form = page.locator('details form');
		await form.getByLabel('分部').selectOption('B01');
		await form.getByLabel('上报项目').selectOption('callbacks');
		await form.getByLabel('数值').fill('999');
		await form.getByRole('button', { name: '登记' }).click();
		await page.getByText('已登记上报数').waitFor();
		await page.locator('tr', { hasText: '回访数' }).filter({ hasText: '999' }).waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('draw the same sample for the same seed, one a branch and week at least', async () => {
		const { page } = stage;
		await page.getByRole('link', { name: '报表', exact: true }).click();
		await tab(page, '抽查台');
		const refs = async (): Promise<string[]> => {
			await page.locator('article').first().waitFor();
			return page.locator('article').evaluateAll((all) => all.map((a) => a.getAttribute('aria-label') ?? ''));
		};
		const first = await refs();
		expect(first.length).toBe(50);
		await page.getByLabel('随机种子').fill('another');
		await page.getByLabel('随机种子').press('Tab');
		await page.waitForURL(/seed=another/);
		await expect.poll(refs).not.toEqual(first);
		await page.getByLabel('随机种子').fill('2026-09');
		await page.getByLabel('随机种子').press('Tab');
		await page.waitForURL(/seed=2026-09/);
		await expect.poll(refs).toEqual(first);
	});

	it('have one form for two judges, which writes both opinions, each in its own name', async () => {
		const { page } = stage;
		const judged = (): Promise<string> => page.locator('.small', { hasText: '两人一致性' }).innerText();
		const before = await judged();
		await page.getByLabel('与谁同判').fill('赵敏');
		const article = page.locator('article').nth(1);
		const form = article.getByRole('group', { name: '两人同判' });
		const mine = form.locator('fieldset', { hasText: '李雷' });
		const write = form.getByRole('button', { name: '登记两人的判断' });
		await mine.getByLabel('不合格').check();
		expect(await write.isDisabled()).toBe(true);
		const theirs = form.locator('fieldset', { hasText: '赵敏' });
		await theirs.getByLabel('合格', { exact: true }).check();
		await theirs.getByLabel('赵敏 说明').fill('开场白齐全');
		expect(await accessibilityFaults(page)).toEqual([]);
		await write.click();
		await article.getByText('李雷 · 人事：不合格').waitFor();
		await article.getByText('赵敏 · 人事：合格 · 开场白齐全').waitFor();
		await article.getByText('不重复计数').waitFor();
		expect(await judged()).not.toBe(before);
		expect(await judged()).toMatch(/2 条由两人判断/);
	});

	it('tell a branch what the next tier would make of its rank, and why its total moved, adding up', async () => {
		const { page } = stage;
		await page.getByRole('link', { name: '考核', exact: true }).click();
		await page.locator('tbody tr', { hasText: '滨江' }).locator('a.total').click();
		await page.locator('.ahead tbody tr').first().waitFor();
		expect(await page.locator('.ahead tbody tr').count()).toBeGreaterThan(3);
		const rows = page.locator('.why tbody tr');
		await rows.first().waitFor();
		const parts = await rows.locator('td.num').allInnerTexts();
		const moved = await page.locator('.why p.num').innerText();
		const sum = parts.reduce((s, text) => s + Number(text.replace('−', '-')), 0);
		const said = Number(moved.split('·')[1]!.trim().replace('−', '-'));
		expect(sum).toBeCloseTo(said, 1);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('have notes of the sample on a card and its trend, every month named', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/card?p=2026-08&u=branch&unit=B06`);
		await page.getByTestId('notes').locator('li', { hasText: '呼叫系统' }).waitFor();
		await visit(page, `${base}/card?p=2026-09&u=branch&unit=B06`);
		const months = page.locator('.sum figure svg text', { hasText: /※|^0\d$/ });
		await months.first().waitFor();
		expect(await months.allTextContents()).toEqual(['2026-07 ※', '08 ※', '09']);
	});

	it('set a person’s months, lines and moves of the years beside each other', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/month?p=2026-09&u=person`);
		const row = page.locator('tbody tr').first();
		await row.locator('a.total').waitFor();
		const [name, shown] = [await row.locator('.name').innerText(), await row.locator('a.total').innerText()];
		await row.locator('a.total').click();
		await page.getByRole('link', { name: '历年', exact: true }).click();
		await page.locator('h1', { hasText: name }).waitFor();
		const months = page.getByRole('table', { name: '各月总分（名次）' });
		expect(await months.locator('tbody tr').nth(8).innerText()).toContain(`${shown} (1)`);
		expect(await months.locator('tbody tr').nth(0).locator('td').innerText()).toBe('');
		const totals = (await months.locator('tbody tr td').allInnerTexts())
			.filter(Boolean)
			.map((t) => parseFloat(t));
		const mean = await page.getByRole('table', { name: '历年' }).locator('tbody tr td').nth(1).innerText();
		expect(Math.abs(totals.reduce((a, b) => a + b, 0) / totals.length - Number(mean))).toBeLessThan(0.011);
		expect(await page.getByRole('table', { name: '任职与调动' }).locator('tbody tr').count()).toBeGreaterThan(
			0
		);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.getByRole('link', { name: '2026 年度考核表' }).click();
		await page.getByTestId('paper').waitFor();
		const form = (await page.getByTestId('paper').getAttribute('srcdoc'))!;
		expect(form).toContain(shown);
		expect(form.match(/class="sheet"/g)).toHaveLength(1);
	});

	it('show the year as a league', async () => {
		const { page } = stage;
		await page.goto(`${stage.base}/month?p=2026&u=branch`);
		await page.getByText('目前第一').waitFor();
		await page.locator('.league svg').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('never complained', () => {
		expect(stage.complaints).toEqual([]);
	});
});
