import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, loadSample, openStage, visit, type Stage } from '../support/page';

let stage: Stage;

beforeAll(async () => {
	stage = await openStage({ toured: false });
});
afterAll(() => stage.close());

const PATHS = [
	'/import',
	'/month',
	'/card',
	'/card',
	'/ranking',
	'/awards',
	'/report',
	'/report/desk',
	'/close',
	'/policy'
];

describe('the guided tour', () => {
	it('begins with the first sample, shows ten screens, and is offered once', async () => {
		const { page, complaints } = stage;
		await loadSample(stage);
		const tour = page.getByRole('region', { name: '导览' });
		await tour.waitFor();
		for (const [i, path] of PATHS.entries()) {
			await tour.getByText(`第 ${String(i + 1)} / 10 步`).waitFor();
			await page.waitForURL((url) => url.pathname === path);
			await page.locator('main h1').first().waitFor();
			if ([0, 3, 9].includes(i)) expect(await accessibilityFaults(page)).toEqual([]);
			if (i < PATHS.length - 1) await tour.getByRole('button', { name: '下一步' }).click();
		}
		// one step back
		await tour.getByRole('button', { name: '上一步' }).click();
		await page.waitForURL((url) => url.pathname === '/close');
		await tour.getByRole('button', { name: '下一步' }).click();
		await tour.getByRole('button', { name: '看完了' }).click();
		await tour.waitFor({ state: 'detached' });
		await page.reload();
		await page.locator('main h1').first().waitFor();
		expect(await tour.count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	it('begins again from the bar, speaks English, and is skipped by a key', async () => {
		const { page } = stage;
		await page.getByRole('button', { name: '导览', exact: true }).click();
		await page.getByRole('button', { name: 'English' }).click();
		const tour = page.getByRole('region', { name: 'Guided tour' });
		await tour.getByText('step 1 of 10').waitFor();
		// a key pressed elsewhere is another's
		await page.keyboard.press('Escape');
		expect(await tour.count()).toBe(1);
		await tour.getByRole('button', { name: 'Skip the tour' }).focus();
		await page.keyboard.press('Escape');
		await tour.waitFor({ state: 'detached' });
	});

	it('goes on with a month in which a quarter has begun, a rater is strict, and a manager has a card', async () => {
		const { page, base, complaints } = stage;
		await visit(page, `${base}/import`);
		const more = page.getByRole('button', { name: /^Go on with/ });
		await more.click();
		await more.waitFor({ state: 'detached' });
		await page.getByText('工单投诉_2026-10.csv').first().waitFor();
		expect(await page.getByRole('dialog').count()).toBe(0);
		await visit(page, `${base}/awards?p=2026Q4`);
		await page.getByText(/still lacks/).waitFor();
		await page.locator('main').getByRole('link', { name: /Q3/ }).click();
		await page.getByRole('table', { name: 'Payment list' }).waitFor();
		await visit(page, `${base}/ranking?p=2026Q4`);
		await page.getByText(/ranked once all its months are there/).waitFor();
		await visit(page, `${base}/card?p=2026-10&u=person&unit=B01-09`);
		// 15 + 15 + 13 1/3 + 15 + 10 + 5 * 5, of 100
		await page.locator('main').getByText('93.33').first().waitFor();
		await visit(page, `${base}/close/raters?p=2026-10`);
		await page.locator('main tbody tr').first().getByText('strict').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(complaints).toEqual([]);
	});
});
