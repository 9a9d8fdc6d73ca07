import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSample, openStage, visit, type Stage } from '../support/page';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await loadSample(stage);
});
afterAll(() => stage.close());

/** What every chart of the page draws, says and lists. */
const drawn = (): Promise<string> =>
	stage.page.evaluate(() =>
		JSON.stringify(
			[...document.querySelectorAll('figure')].map((figure) => ({
				says: figure.querySelector('[role=img]')!.getAttribute('aria-label'),
				// which months an axis has room for hangs on the fonts that are there
				texts: [...figure.querySelectorAll('svg text')]
					.map((text) => text.textContent)
					.filter((text) => !/^\d{4}-\d{2}$/.test(text)),
				paths: [...figure.querySelectorAll('svg path')].map((path) => path.getAttribute('d')),
				cells: [...figure.querySelectorAll('th, td')].map((cell) => cell.textContent)
			}))
		)
	);

/** The charts once they no longer change; at least so many. */
async function settled(charts: number): Promise<string> {
	const { page } = stage;
	await page.waitForFunction((n) => document.querySelectorAll('figure svg').length >= n, charts);
	const isThere = (shown: string): boolean => (JSON.parse(shown) as unknown[]).length >= charts;
	let before = '';
	// a report that is being asked for shows no chart for a while
	for (let now = await drawn(), tries = 0; (now !== before || !isThere(now)) && tries < 100; tries++) {
		before = now;
		await page.waitForTimeout(400);
		now = await drawn();
	}
	return before;
}

/** A change on the page draws something else than before, and what a fresh page of the same address draws; or `back`, what stood before the change that it undoes. Answers with what stood before. */
async function changes(charts: number, change: () => Promise<unknown>, back?: string): Promise<string> {
	const before = await settled(charts);
	await change();
	// what is computed meanwhile may take longer than two looks lie apart
	await expect.poll(drawn).not.toBe(before);
	const after = await settled(charts);
	expect(after).not.toBe(before);
	if (back === undefined) await stage.page.reload();
	await expect.poll(drawn).toBe(back ?? after);
	return before;
}

const step = (name: string): Promise<void> => stage.page.getByRole('button', { name, exact: true }).click();
const language = (): Promise<void> => stage.page.getByRole('button', { name: /^(?:English|中文)$/ }).click();

describe('charts draw the figures that stand', () => {
	it('on a card: of the unit, month and language that are shown', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/card?p=2026-09&unit=B03`);
		const pick = page.locator('select').first();
		await changes(2, () => pick.selectOption({ index: 0 }));
		await changes(2, () => step('上一期'));
		const chinese = await changes(2, language);
		await changes(2, language, chinese);
	});

	it('in the league: of the kind and the year', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/month?p=2026Q3`);
		await changes(1, () => page.locator('.segment', { hasText: '年' }).click());
		const chinese = await changes(1, language);
		await changes(1, language, chinese);
	});

	it('in every part of the reports that has one', async () => {
		const { page, base } = stage;
		let seen = 0;
		for (const part of ['callbacks', 'complaints']) {
			await visit(page, `${base}/report/${part}?p=2026-09`);
			await page.locator('table').first().waitFor({ state: 'attached' });
			await page.waitForTimeout(500);
			const charts = await page.locator('figure svg').count();
			if (charts === 0) continue;
			seen++;
			await changes(1, () => step('上一期'));
			if (seen > 1) continue;
			const chinese = await changes(1, language);
			await changes(1, language, chinese);
		}
		expect(seen).toBeGreaterThan(1);
	});

	it('of what a draft of the rules would do, as it is changed', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/policy`);
		await page.getByRole('link', { name: '改一份' }).click();
		await page.getByTestId('effects').waitFor();
		const each = page.locator('#edit-service_skill input[type=range]');
		await each.focus();
		for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowDown');
		const before = await settled(1);
		for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowDown');
		await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
		expect(await settled(1)).not.toBe(before);
		const titles = await page.locator('figure svg text').allTextContents();
		for (const cell of await page.locator('figure tbody tr').allInnerTexts())
			expect(titles.join(' ')).toContain(cell.split('\t')[0]!.trim());
		expect(stage.complaints).toEqual([]);
	});
});
