import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { visit } from './page';

/** Says who acts from now on. */
export async function be(page: Page, name: string, role: string, branch?: string): Promise<void> {
	await page.locator('button.actor').click();
	await page.getByLabel('姓名').fill(name);
	await page.getByLabel(role, { exact: true }).check();
	if (branch) await page.getByRole('dialog').locator('select').selectOption(branch);
	await page.getByRole('button', { name: '确定' }).click();
	await page.getByText(`${name} · ${role}`).first().waitFor();
}
/** Waits until the scores on the screen are those of the log. */
export const settled = (page: Page): Promise<void> =>
	page.getByText('正在按最新记录重新计算').waitFor({ state: 'detached' });
/** Every unit's name and total as the month's table shows them, by name. */
export const totalsOn = async (page: Page, at: string): Promise<string[]> => {
	await visit(page, at);
	await page.locator('h1').waitFor();
	await settled(page);
	await page.locator('a.total').first().waitFor();
	return page
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows
				.map(
					(r) =>
						`${r.querySelector('.name')?.textContent ?? ''} ${r.querySelector('a.total')?.textContent ?? ''}`
				)
				.sort()
		);
};
/** The hash of all that the record holds, as the record's page gives it. */
export const stateOn = async (page: Page, base: string): Promise<string> => {
	await visit(page, `${base}/record`);
	await page.waitForFunction(() => document.querySelector('[data-testid=state]')?.getAttribute('title'));
	return (await page.getByTestId('state').getAttribute('title'))!;
};
/** A backup of everything, and the hash of what it holds. */
export const backupOf = async (page: Page, base: string): Promise<{ file: Buffer; state: string }> => {
	const state = await stateOn(page, base);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '存一份备份' }).click()
	]);
	return { file: readFileSync(await download.path()), state };
};
/** Takes a step of the month on its page; `dialog` fills what it asks. */
export const step = async (
	page: Page,
	name: string,
	dialog?: (() => Promise<void>) | true
): Promise<void> => {
	await page.locator('.actions').getByRole('button', { name, exact: true }).click();
	if (dialog) {
		if (dialog !== true) await dialog();
		await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
	}
};

/** Lets every open item of the checklist pass. */
export async function waiveAll(page: Page): Promise<void> {
	while (
		(await page.locator('details.card .link').count()) > 0 ||
		(await page.locator('details.card:has(summary .warn)').count()) > 0
	) {
		const group = page.locator('details.card:has(summary .warn)').first();
		if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
		await group.getByRole('button', { name: '放行', exact: true }).first().click();
		await group.getByLabel('理由').fill('已核实');
		const all = group.getByRole('button', { name: /同类 \d+ 项一并放行/ });
		const before = await page.locator('details.card:has(summary .warn)').count();
		await (
			(await all.count()) > 0 ? all : group.locator('form').getByRole('button', { name: '放行', exact: true })
		).click();
		await page.waitForFunction(
			(n) => document.querySelectorAll('details.card:has(summary .warn)').length < n,
			before
		);
	}
}
