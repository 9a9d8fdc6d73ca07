import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { be } from '../support/month-end';
import {
	accessibilityFaults,
	importFiles,
	loadSample,
	openStage,
	takeBack,
	visit,
	type Stage
} from '../support/page';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await loadSample(stage);
});
afterAll(() => stage.close());

/** The file that a button saves. */
async function saved(button: string): Promise<{ name: string; bytes: Uint8Array }> {
	const wait = stage.page.waitForEvent('download');
	await stage.page.getByRole('button', { name: button }).first().click();
	const download = await wait;
	return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

const rowsShown = (): Promise<string[][]> =>
	stage.page
		.locator('main tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()))
		);

/** How many entries the record holds. */
const entriesOf = (page: Page): Promise<number> =>
	page.evaluate(() => Number(document.documentElement.dataset['recorded']?.split(' ')[0]));

describe('a workbook that computes itself', () => {
	it('has the totals and ranks of the screen, by formulas, from month, quarter and card', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/month?p=2026-09&u=branch`);
		const shown = await rowsShown();
		const month = await saved('存为可计算的工作簿');
		expect(month.name).toBe('考核工作簿_月度考核_2026-09.xlsx');
		const { sheets } = await readXlsx(month.bytes);
		expect(sheets.map(({ name }) => name)).toEqual([
			'说明',
			'总分 2026-09',
			'指标 2026-09',
			'规则 handbook-1'
		]);
		const rows = sheets[1]!.rows.slice(2);
		expect(rows.map((row) => [row[1], Number(row[15]).toFixed(2)])).toEqual(
			shown.map((row) => [row[0]!.replace(/未采用.*/, '').trim(), row[2]])
		);
		expect(sheets[1]!.cells!.get('2,15')!.formula).toContain('ROUND');
		await visit(page, `${base}/awards?p=2026Q3&u=branch`);
		const quarter = await readXlsx((await saved('存为可计算的工作簿')).bytes);
		expect(quarter.sheets[1]!.name).toBe('季度 2026Q3');
		expect(quarter.sheets[1]!.rows.at(-1)!.at(-1)).toBe(1100);
		await visit(page, `${base}/card?p=2026-09&u=branch&unit=B06`);
		const card = await readXlsx((await saved('存为可计算的工作簿')).bytes);
		expect(card.sheets[1]!.rows.slice(2).map((row) => row[0])).toEqual(['B06']);
	});
});

describe('slides', () => {
	it('show the month’s numbers, turn by keys, fill the screen and print a page each', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/month?p=2026-09&u=branch`);
		const shown = await rowsShown();
		await visit(page, `${base}/close/slides?p=2026-09&u=branch`);
		const slides = page.getByTestId('slides');
		await slides.waitFor();
		await page.getByText('正在算各部分的幻灯片').first().waitFor({ state: 'detached' });
		expect(await slides.textContent()).toContain('2026年9月工作通报');
		expect(await accessibilityFaults(page)).toEqual([]);
		await slides.focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('PageDown');
		const table = await slides
			.locator('tbody tr')
			.evaluateAll((rows) =>
				rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()))
			);
		expect(table.map((row) => [row[1], row[2]])).toEqual(
			shown.map((row) => [row[0]!.replace(/未采用.*/, '').trim(), row[2]])
		);
		await page.keyboard.press('End');
		expect(await slides.textContent()).toContain('整改要求');
		await page.keyboard.press('f');
		await page.waitForFunction(() => document.fullscreenElement !== null);
		await page.keyboard.press('f');
		await page.waitForFunction(() => document.fullscreenElement === null);
		const count = Number(/\/ (\d+)/.exec((await slides.getAttribute('aria-label'))!)![1]);
		const pdf = strFromU8(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), true);
		expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(count);
	});

	it('are saved for PowerPoint with the same numbers, a table a slide and native charts', async () => {
		const { page } = stage;
		const texts = await page
			.locator('.all .slide')
			.evaluateAll((all) =>
				all.map((slide) =>
					[...slide.querySelectorAll('h2, td, dd')].map((cell) => cell.textContent.trim()).filter(Boolean)
				)
			);
		const { name, bytes } = await saved('存为 PowerPoint');
		expect(name).toBe('2026年9月工作通报.pptx');
		const parts = unzipSync(bytes);
		for (const [i, cells] of texts.entries()) {
			const xml = strFromU8(parts[`ppt/slides/slide${String(i + 1)}.xml`]!);
			const said = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1]!.trim());
			for (const cell of cells) expect(said, `slide ${String(i + 1)}`).toContain(cell);
			expect(xml).toMatch(/<a:ea typeface="微软雅黑"/);
		}
		const charts = Object.keys(parts).filter((part) => /charts\/chart\d+\.xml$/.test(part));
		// seven lines and seven parts that have a chart
		expect(charts).toHaveLength(14);
		for (const chart of charts) expect(strFromU8(parts[chart]!)).toContain('<a:ea typeface="微软雅黑"/>');
	});
});

describe('the raters', () => {
	it('are held against each other before the bulletin, and what totals would be without one is shown', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/close/raters?p=2026-09&u=branch`);
		const table = page.getByRole('table', { name: '评分核对' });
		await table.waitFor();
		expect(await table.locator('tbody tr').count()).toBe(3);
		await table.getByRole('button', { name: '去掉后的总分' }).first().click();
		const without = page.getByRole('table', { name: '去掉后的总分' });
		await without.waitFor();
		expect(await without.locator('tbody tr').first().innerText()).toMatch(/[\d.]+ → [\d.]+/);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		await page.setViewportSize({ width: 1440, height: 900 });
	});
});

const back = async (): Promise<void> => {
	await stage.page.getByRole('button', { name: '上一期' }).click();
	await stage.page.getByRole('heading', { level: 1, name: '2026年8月' }).waitFor();
};
describe('another month', () => {
	it('shows nothing that was opened or typed for the one before it', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/close/ratings?p=2026-09&u=branch`);
		const score = page.locator('tbody input').first();
		await score.fill('88');
		await back();
		expect(await score.inputValue()).toBe('');
		await visit(page, `${base}/close/raters?p=2026-09&u=branch`);
		await page.getByRole('button', { name: '去掉后的总分' }).first().click();
		const without = page.getByRole('table', { name: '去掉后的总分' });
		await without.waitFor();
		await back();
		await page.getByRole('table', { name: '评分核对' }).waitFor();
		expect(await without.count()).toBe(0);
	});
	it('is the one for which a figure is typed in', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/report/submissions?p=2026-09&u=branch`);
		await page.getByText('录入上报数').click();
		const month = page.locator('details form select').first();
		expect(await month.inputValue()).toBe('2026-09');
		await back();
		await page.getByText('录入上报数').click();
		expect(await month.inputValue()).toBe('2026-08');
	});
});

describe('a quarter', () => {
	it('is closed month by month: the address and the bar say which', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/close?p=2026Q3&u=branch`);
		await page.getByRole('heading', { level: 1, name: '2026年9月' }).waitFor();
		expect(new URL(page.url()).searchParams.get('p')).toBe('2026-09');
		await back();
	});
});

describe('a filter that finds nothing', () => {
	it('says so, and nothing is left to copy', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/month?p=2026-09&u=branch`);
		await page.getByLabel('筛选名称').fill('没有这个');
		await page.getByText('没有名称含“没有这个”的单位').waitFor();
		expect(await page.getByRole('button', { name: '复制表格' }).count()).toBe(0);
		await page.getByLabel('筛选名称').fill('');
		await page.getByRole('button', { name: '复制表格' }).waitFor();
	});
});

describe('a note', () => {
	it('stays with the unit that it was typed for, and is pinned once', async () => {
		const { page, base } = stage;
		await be(page, '王芳', '人事');
		await visit(page, `${base}/card?p=2026-09&u=branch&unit=B06`);
		const pin = page.getByTestId('notes').getByRole('button', { name: '添加说明' });
		const text = page.getByTestId('notes').getByLabel('内容');
		await pin.click();
		await text.fill('停机两天');
		await page.locator('select').first().selectOption('B01');
		await page.waitForURL(/unit=B01/);
		await pin.click();
		expect(await text.inputValue()).toBe('');
		await text.fill('停机三天');
		await pin.dblclick();
		await text.waitFor({ state: 'detached' });
		const pinned = page.getByTestId('notes').getByText('停机三天');
		await pinned.first().waitFor();
		expect(await pinned.count()).toBe(1);
		// who may not write of a unit is offered no form
		await pin.click();
		await be(page, '周强', '分部经理', 'B06');
		await text.waitFor({ state: 'detached' });
	});
});

describe('a branch’s manager', () => {
	it('is told what is another’s before typing it', async () => {
		const { page, base } = stage;
		await be(page, '周强', '分部经理', 'B06');
		await visit(page, `${base}/close/ledger?p=2026-09&u=branch`);
		await page.getByText(/^由.*办理$/).waitFor();
		expect(await page.getByRole('button', { name: '登记', exact: true }).count()).toBe(0);
		await visit(page, `${base}/report/submissions?p=2026-09&u=branch`);
		await page.getByText('录入上报数').click();
		const branches = page.locator('details form select').nth(1).locator('option');
		expect(await branches.evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value))).toEqual([
			'B06'
		]);
		await be(page, '王芳', '人事');
		expect(await branches.count()).toBeGreaterThan(5);
	});
});

describe('the cashier’s list', () => {
	it('names who is paid, can be split by hand to the fen with a reason, and is saved as it is shown', async () => {
		const { page, base } = stage;
		await be(page, '王芳', '人事');
		await visit(page, `${base}/awards?p=2026Q3&u=branch`);
		const list = page.getByTestId('payroll');
		await list.getByText('分部（整笔）').first().waitFor();
		expect(await list.locator('.sum').textContent()).toContain('1,100');
		await list.getByLabel('手工分配').selectOption({ label: '开发区 500.00 元' });
		const people = list.locator('.people input');
		expect(await people.count()).toBeGreaterThan(1);
		await people.first().fill('300.5');
		await list.getByText('合计 300.50，还差 199.50').waitFor();
		await people.nth(1).fill('199.50');
		await list.getByLabel('理由').fill('按贡献');
		await list.getByRole('button', { name: '手工分配' }).click();
		await page.getByText('已记入').waitFor();
		await list.getByRole('cell', { name: '按贡献' }).first().waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		const wait = page.waitForEvent('download');
		await list.getByRole('button', { name: '存为 CSV' }).click();
		const text = readFileSync(await (await wait).path(), 'utf8');
		const rows = text.split('\n').filter((row) => /^[123],/.test(row));
		expect(rows).toHaveLength(4);
		expect(rows[0]).toMatch(/^1,开发区,500.00,手工,B01-\d+,.+,,300.50,按贡献$/);
		expect(text).toContain('应付合计 ¥1,100');
	});
});

describe('a hand-made sheet', () => {
	it('is held against the month, cell by cell, and comes back marked', async () => {
		const { page, base } = stage;
		await visit(page, `${base}/month?p=2026-09&u=branch`);
		const shown = (await rowsShown()).map((row) => [row[0]!.replace(/未采用.*/, '').trim(), row[2]!]);
		const typed = shown.map(([name, total], i) => [name, i === 4 ? '29.30' : total]);
		const csv = ['考核汇总', '分部,总得分', ...typed.map((row) => row.join(','))].join('\n');
		await visit(page, `${base}/close/parallel?p=2026-09&u=branch`);
		await page
			.getByLabel('选手工表')
			.setInputFiles({ name: '手工.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
		await page.getByText('核对了 10 格，1 格不同。').waitFor();
		// a file that is no table is told in words
		await page.getByLabel('选手工表').setInputFiles({
			name: '照片.png',
			mimeType: 'image/png',
			buffer: Buffer.from('iVBORw0KGgo=', 'base64')
		});
		await page.getByText('这是图片，不是表格').waitFor();
		const [row] = await rowsShown();
		expect(row!.slice(0, 5)).toEqual(['B7', shown[4]![0], '总分', '29.30', shown[4]![1]]);
		expect(row![5]).toBe('数字打错');
		expect(await accessibilityFaults(page)).toEqual([]);
		const { sheets } = await readXlsx((await saved('存标注过的表')).bytes);
		expect(sheets[0]!.rows[1]).toEqual(['B7', shown[4]![0], '总分', '29.30', shown[4]![1], '数字打错']);
		expect(sheets[1]!.rows[6]).toEqual([shown[4]![0], '29.30']);
		// another column than was found isn't compared
		await page.locator('main select').nth(1).selectOption('');
		await page.getByText('核对了 0 格').waitFor();
	});
});

describe('what can be taken back', () => {
	it('is taken back once, and only in the data in which it was done', async () => {
		const { page, base } = stage;
		const files = page.locator('tbody tr th');
		await visit(page, `${base}/import`);
		const sample = await files.first().innerText();
		await page.getByRole('button', { name: '移除', exact: true }).first().click();
		await page.getByRole('button', { name: '移除示例' }).click();
		await page.getByRole('button', { name: '载入示例' }).waitFor();
		await takeBack(page, '已移除');
		await page.getByText('那是另一份数据里的改动').waitFor();
		const own = { name: 'own.csv', content: '月份,分部,工号,应出勤天数,实际出勤天数\n2026-10,B01,P1,1,1\n' };
		await importFiles(page, [own]);
		await files.getByText('own.csv').waitFor();
		await page.getByRole('button', { name: '移除', exact: true }).first().click();
		await files.getByText('own.csv').waitFor({ state: 'detached' });
		await takeBack(page, '已移除 own.csv');
		await files.getByText('own.csv').waitFor();
		await page.getByRole('button', { name: '移除', exact: true }).first().click();
		await files.getByText('own.csv').waitFor({ state: 'detached' });
		await importFiles(page, [own]);
		await files.getByText('own.csv').waitFor();
		const entries = await entriesOf(page);
		await takeBack(page, '已移除 own.csv');
		// what comes next is done after that
		await importFiles(page, [{ ...own, name: 'next.csv', content: own.content.replaceAll('1,1', '2,2') }]);
		await files.getByText('next.csv').waitFor();
		const names = (await files.allInnerTexts()).filter((name) => name.includes('.csv'));
		expect(names.map((name) => name.replace(/▸\s*/, ''))).toEqual(['next.csv', 'own.csv']);
		expect(await page.getByText(sample).count()).toBe(0);
		expect(await entriesOf(page)).toBe(entries + 1);
	});
});

describe('all of it', () => {
	it('asked nobody anything, and nothing complained', () => {
		expect(stage.requests.filter((url) => !url.startsWith(stage.base) && !url.startsWith('blob:'))).toEqual(
			[]
		);
		expect(stage.complaints).toEqual([]);
	});
});
