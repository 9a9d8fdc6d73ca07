import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles, openStage, type Stage } from '../support/page';

/** More branches than fit on a screen, in one month. */
const BRANCHES = 300;
const MONTH = '2026-10';
let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
	const codes = Array.from({ length: BRANCHES }, (_, i) => `B${String(i).padStart(3, '0')}`);
	const file = (name: string, header: string, row: (code: string, i: number) => string) => ({
		name: `${name}.csv`,
		content: [header, ...codes.map(row)].join('\n') + '\n'
	});
	const { page, base } = stage;
	await page.goto(`${base}/import`);
	await importFiles(page, [
		file('attendance', 'month,branch,person,due_days,attended_days', (c) => `${MONTH},${c},${c}-1,0.1,0.1`),
		file(
			'callbacks',
			'callback,branch,person,called_at,result,satisfaction',
			(c, i) => `H${c},${c},${c}-1,${MONTH}-05 10:00:00,reached,${String(3 + (i % 3))}`
		),
		file(
			'tickets',
			'ticket,branch,kind,received_at,resolved_at',
			(c, i) => `T${c},${c},complaint,${MONTH}-05 10:00:00,${i % 9 === 0 ? '' : `${MONTH}-06 10:00:00`}`
		),
		file(
			'spot_checks',
			'check,branch,checked_at,subject,passed',
			(c, i) => `K${c},${c},${MONTH}-06,service_skill,${i % 4 === 0 ? 'no' : 'yes'}`
		)
	]);
	await page.getByText('数据到齐了吗').waitFor();
});
afterAll(() => stage.close());

const elements = (): Promise<number> => stage.page.evaluate(() => document.querySelectorAll('*').length);

describe('a large chain', () => {
	it('is drawn as far as it is in sight: rows say where they stand, scrolling brings the others', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/month?p=${MONTH}&u=branch`);
		await page.locator('tbody tr[aria-rowindex="2"]').waitFor();
		expect(await page.locator('table').getAttribute('aria-rowcount')).toBe(String(BRANCHES + 1));
		expect(await elements()).toBeLessThan(4000);
		await page.locator('tbody tr[aria-rowindex="2"] a').first().focus();
		await page.locator('.frame').evaluate((frame) => (frame.scrollTop = frame.scrollHeight));
		await page.locator(`tbody tr[aria-rowindex="${String(BRANCHES + 1)}"]`).waitFor();
		// what holds the focus stays where it is
		expect(await page.evaluate(() => document.activeElement?.closest('tr')?.ariaRowIndex ?? '')).toBe('2');
		expect(await elements()).toBeLessThan(4000);
		// the filter finds what isn't drawn
		await page.getByPlaceholder('筛选名称').fill('B299');
		await page.locator('tbody tr', { hasText: 'B299' }).waitFor();
		expect(await page.locator('tbody tr').count()).toBe(1);
	});

	it('is whole on paper and where it is copied', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/month?p=${MONTH}&u=branch`);
		await page.locator('tbody tr[aria-rowindex="2"]').waitFor();
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		expect(await page.locator('tbody tr').count()).toBe(BRANCHES);
		await page.evaluate(() => dispatchEvent(new Event('afterprint')));
		await page.locator('tbody tr[aria-rowindex="2"]').waitFor();
		await page.getByRole('button', { name: '复制表格' }).click();
		await page.getByText('已复制').first().waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied.split('\n').filter((l) => /^B\d{3}\t/.test(l))).toHaveLength(BRANCHES);
	});

	it('is ranked, listed and shown by line without drawing it all', async () => {
		const { page, base } = stage;
		await page.goto(`${base}/ranking?p=${MONTH}&u=branch`);
		await page.getByText(MONTH.replace('-', '年')).first().waitFor();
		expect(await elements()).toBeLessThan(4000);
		await page.goto(`${base}/close?p=${MONTH}`);
		await page.getByText('检查清单').waitFor();
		expect(await elements()).toBeLessThan(4000);
		await page.goto(`${base}/month?p=${MONTH}&u=branch`);
		await page.getByRole('button', { name: '按指标' }).click();
		await page.locator('table[aria-colcount]').waitFor();
		expect(await elements()).toBeLessThan(4000);
		await page.locator('.frame').evaluate((frame) => (frame.scrollLeft = frame.scrollWidth));
		await page.locator(`thead th[aria-colindex="${String(BRANCHES + 2)}"]`).waitFor();
		expect(stage.complaints).toEqual([]);
	});
});
