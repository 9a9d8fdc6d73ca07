import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSample, openStage, sign, takeBack, type Stage } from '../support/page';
import { keptResults } from '../support/kept';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await loadSample(stage);
});
afterAll(() => stage.close());

const effects = () => stage.page.getByTestId('effects');
const rowsOf = async (): Promise<string[]> =>
	(await stage.page.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
/** What the workspace keeps of its last computation. */
const kept = async (): Promise<string> => {
	const results = await keptResults(stage.page, 'kaohe-sample');
	return JSON.stringify([results['totals'], results['rankings'], results['awards']]);
};
const julyOf = (json: string): unknown[] =>
	(JSON.parse(json) as { month?: string }[][])[0]!.filter((row) => row.month === '2026-07');

describe('head office’s rule book', () => {
	it('shows the version in force with what its check found', async () => {
		const { page } = stage;
		await page.getByRole('link', { name: '规则' }).click();
		await page.getByText('规则检查').waitFor();
		expect(await page.locator('section', { hasText: '规则检查' }).first().innerText()).toContain('没有问题');
	});

	it('says by keyboard alone what a change does, and takes it back', async () => {
		const { page } = stage;
		await page.getByRole('link', { name: '改一份' }).click();
		await effects().waitFor();
		const before = await kept();
		const weight = page.locator('#edit-callback_completion input[type=range]');
		await weight.focus();
		for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
		await page.getByText('各项权重合计 96，应为 100').first().waitFor();
		expect(await page.getByRole('button', { name: '生效' }).isDisabled()).toBe(true);
		await page.waitForFunction(() => !document.body.innerText.includes('改变 0 个得分'));
		await page.keyboard.press('Control+z');
		await page.getByText('没有问题').waitFor();
		await page.getByText('与现行结果相同').waitFor();
		expect(await kept()).toBe(before);
	});

	it('moves a bound on the number line and shows the gap or overlap it leaves', async () => {
		const { page } = stage;
		const article = page.locator('#edit-satisfaction');
		const handle = article.getByRole('slider', { name: '第 2 个边界' });
		await handle.focus();
		await page.keyboard.press('ArrowLeft');
		expect(await handle.getAttribute('aria-valuetext')).toBe('94%');
		for (let i = 0; i < 2; i++) await page.keyboard.press('PageDown');
		await article.getByText('同时落入两档').waitFor();
		expect(await article.getByText('重叠', { exact: true }).count()).toBeGreaterThan(0);
		await page.keyboard.press('Control+z');
		await article.getByText('同时落入两档').waitFor({ state: 'detached' });
	});

	it('tells what an input change does to scores', async () => {
		const { page } = stage;
		await page.getByLabel('指标', { exact: true }).selectOption('complaint_unresolved');
		await page.getByLabel('增减数').fill('3');
		await page.getByRole('button', { name: '添加', exact: true }).last().click();
		await page.getByText('改变 1 个得分').waitFor();
		await page
			.getByRole('button', { name: /^删除 / })
			.last()
			.click();
		await page.getByText('与现行结果相同').waitFor();
	});

	it('weighs every choice of a reading over all loaded months, under the words it is a reading of', async () => {
		const { page } = stage;
		const reading = page.locator('#reading-tie_rule');
		expect(await reading.locator('blockquote').innerText()).toContain('名次并列的同时奖励');
		await reading.getByRole('button', { name: '各选项改变什么' }).click();
		await reading.getByText(/全部月份改变 0 个得分、0 个名次/).waitFor();
		const texts = reading.getByText(/全部月份改变/);
		await page.waitForFunction(
			() => document.querySelectorAll('#reading-tie_rule .choice > .num').length === 2
		);
		expect((await texts.allInnerTexts()).at(-1)).toMatch(/0 个得分、[1-9]\d* 个名次、\+\d+ 元/);
		expect(await page.locator('#reading-callback_quota_amount').innerText()).toContain('合每条 2.40 分钟');
		// of another draft it says nothing
		await reading.getByRole('radio', { checked: false }).first().check();
		await page.waitForFunction(() => !document.querySelector('#reading-tie_rule .choice > .num'));
		await page.getByRole('button', { name: '撤销' }).click();
		await page.getByText('与现行结果相同').waitFor();
	});

	it('shows the words and their meanings, and takes a word of one’s own in and out', async () => {
		const { page } = stage;
		await page.getByText('词表（满意度、回访结果等）').click();
		const input = page.getByLabel('满意度 4 的新词');
		await input.fill('还行');
		await input.press('Enter');
		// whoever changes the rules says who that is
		await sign(page, '陈总', '总部');
		await page.getByRole('button', { name: '删除 还行' }).click();
		await page.getByRole('button', { name: '删除 还行' }).waitFor({ state: 'detached' });
		await page.getByText('与现行结果相同').waitFor();
	});

	it('opens the text as printed, and lists its faults', async () => {
		const { page } = stage;
		const printed = readFileSync(new URL('../../data/specimens/as-printed.json', import.meta.url));
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'as-printed.json', mimeType: 'application/json', buffer: printed });
		await page.getByText('48,400 %').first().waitFor();
		expect(await page.getByText('草稿有错误，试算停在上一次无误的规则').count()).toBe(1);
		await page.getByRole('button', { name: '撤销' }).click();
		await page.getByText('与现行结果相同').waitFor();
	});

	it('puts a version in force for its months alone, compares it in words, and withdraws it', async () => {
		const { page } = stage;
		const july = julyOf(await kept());
		await page.getByLabel('回访完成率 权重').last().fill('8');
		await page.getByLabel('客户满意度 权重').last().fill('12');
		await page.getByLabel('生效月份').fill('2026-09');
		await page.locator('#f-reason').fill('满意度更重要');
		// the preview counts the months from then on alone; as if for all is another figure, and says so
		expect(await page.getByLabel(/生效后实际改变（2026年9月起/).isChecked()).toBe(true);
		const all = page.getByTestId('effects-all');
		const scores = async (): Promise<number> => {
			await all.waitFor({ state: 'detached' });
			await all.waitFor();
			return Number(/改变 (\d+) 个得分/.exec(await all.innerText())![1]);
		};
		const once = await scores();
		await page.getByLabel('假如适用于所有月份').check();
		expect(await scores()).toBeGreaterThanOrEqual(once);
		await page.getByLabel(/生效后实际改变/).check();
		await page.getByRole('link', { name: '与现行对比' }).click();
		await page.getByText('2 处不同').waitFor();
		await page.getByText(/假如适用于全部 3 个月：改变 \d+ 个得分/).waitFor();
		expect(await rowsOf()).toEqual([
			'服务人员评分表，回访完成率，权重 10 8',
			'服务人员评分表，客户满意度，权重 10 12'
		]);
		await page.goBack();
		await page.getByRole('button', { name: '生效' }).click();
		await page.getByText('handbook-2 自 2026-09 起').first().waitFor();
		const after = await kept();
		expect(julyOf(after)).toEqual(july);
		await page.getByRole('link', { name: '考核', exact: true }).click();
		await page.getByText('客户满意度').first().waitFor();
		await page.getByRole('link', { name: '规则' }).click();
		await page.getByRole('button', { name: '撤回此版本' }).click();
		await page.getByLabel('理由').fill('仍按原权重');
		// under another version there is no form to take this one back
		const versions = page.getByLabel('版本', { exact: true });
		const [own] = await versions.locator('option:checked').all();
		const name = (await own!.getAttribute('value'))!;
		await versions.selectOption('handbook-1');
		await page.getByLabel('理由').waitFor({ state: 'detached' });
		await versions.selectOption(name);
		await page.getByLabel('理由').fill('仍按原权重');
		await page.getByRole('button', { name: '撤回此版本' }).last().click();
		await page.getByText('handbook-1 · 自 2000-01 起').waitFor();
	});

	it('lists the cost of every reading, the dictionary; every screen of it fits 360 px', async () => {
		const { page } = stage;
		await page.getByRole('link', { name: '读法的代价' }).click();
		await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 16);
		const sums = (await rowsOf()).map((row) => /¥([\d,]+)(?: 现用)?$/.exec(row)![1]);
		expect(sums.slice(0, 4)).toEqual(['1,100', '1,000', '1,300', '1,000']);
		// of the kind that isn't paid it says what the awards say, for reference
		await page.goto(`${stage.base}/policy/costs?p=2026Q3&u=person`);
		const inForce = page.locator('tbody tr', { hasText: '现用' });
		await inForce.waitFor();
		expect((await inForce.innerText()).replace(/\s+/g, '')).toMatch(/李静怡¥500王思远¥300赵丽华¥200¥1,000/);
		for (const path of [
			'/policy',
			'/policy/edit',
			'/policy/compare',
			'/policy/costs',
			'/policy/dictionary'
		]) {
			await page.goto(`${stage.base}${path}?p=2026-09&u=branch`);
			await page.locator('h1').waitFor();
			await page.waitForTimeout(400);
			await page.setViewportSize({ width: 360, height: 740 });
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, path).toBeLessThanOrEqual(360);
			await page.setViewportSize({ width: 1440, height: 900 });
		}
	});

	it('takes lines out one by one, and lets a line be named letter by letter', async () => {
		const { page } = stage;
		await page.goto(`${stage.base}/policy/edit?p=2026-09&u=branch`);
		const lines = page.locator('article.card');
		await lines.first().waitFor();
		const before = await lines.count();
		await lines.first().getByText('全部字段').click();
		for (const left of [before - 1, before - 2]) {
			await lines
				.first()
				.getByRole('button', { name: /^删除“/ })
				.click();
			await expect.poll(() => lines.count()).toBe(left);
		}
		await page.keyboard.press('Control+z');
		await expect.poll(() => lines.count()).toBe(before - 1);
		await page.keyboard.press('Control+z');
		await expect.poll(() => lines.count()).toBe(before);
		const id = lines.nth(1).locator('input[id$="-line"]');
		if (!(await id.isVisible())) await lines.nth(1).getByText('全部字段').click();
		await id.press('End');
		await id.pressSequentially('_xyz');
		expect(await id.inputValue()).toMatch(/_xyz$/);
		// the id of another line is a fault to be told, and breaks nothing
		await id.fill(await lines.first().locator('input[id$="-line"]').inputValue());
		await page.getByRole('button', { name: '生效' }).waitFor();
		expect(await page.getByText('这一页打不开').count()).toBe(0);
		await page.getByRole('button', { name: '放弃草稿' }).click();
	});

	it('gives a draft back that was given up, unless there is another', async () => {
		const { page } = stage;
		const weight = page.getByLabel('回访完成率 权重').last();
		const write = async (value: string): Promise<void> => {
			await page.getByRole('link', { name: '改一份' }).click();
			await weight.fill(value);
		};
		const giveUp = () => page.getByRole('button', { name: '放弃草稿' }).click();
		await page.goto(`${stage.base}/policy?p=2026-09&u=branch`);
		await write('7');
		await giveUp();
		// over an editor in which nothing is written yet
		await page.getByRole('link', { name: '改一份' }).click();
		expect(await weight.inputValue()).toBe('10');
		await takeBack(page, '草稿已放弃');
		await expect.poll(() => weight.inputValue()).toBe('7');
		await giveUp();
		await write('9');
		await takeBack(page, '草稿已放弃');
		await page.getByText('已另有一份草稿').waitFor();
		expect(await weight.inputValue()).toBe('9');
		expect(stage.complaints).toEqual([]);
	});
});
