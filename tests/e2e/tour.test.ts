import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, loadSample, openStage, type Stage } from '../support/page';

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
});
