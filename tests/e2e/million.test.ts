import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeText } from '../../scripts/samples/encoding';
import { openStage, type Stage } from '../support/page';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage({ asUsed: true });
	await stage.page.goto(`${stage.base}/import`);
	await stage.page.getByRole('button', { name: '载入示例' }).waitFor();
});
afterEach(() => stage.close());

const HEADER = '回访编号,分部,回访人,回访时间,回访结果,满意度';
const callback = (i: number, rest = '已完成,满意'): string =>
	`HF${i},B0${1 + (i % 2)},P${1 + (i % 2)},2026-10-05 10:00:00,${rest}`;
const fileRow = (name: string) => stage.page.locator('tbody tr', { hasText: name }).first();
const said = (text: string) => stage.page.getByText(text).first().waitFor();

describe('a million callbacks', () => {
	it('a cancel or a closed tab leaves nothing behind, and a million callbacks don’t freeze the page', async () => {
		const { page, context, base } = stage;
		const make = async (rows: number): Promise<void> => {
			await page.evaluate(
				({ rows, header }) => {
					const input = document.querySelector<HTMLInputElement>('[data-testid=files]')!;
					const gb = new Map(
						[
							['已完成', [0xd2, 0xd1, 0xcd, 0xea, 0xb3, 0xc9]],
							['满意', [0xc2, 0xfa, 0xd2, 0xe2]]
						].map(([k, v]) => [k as string, String.fromCharCode(...(v as number[]))])
					);
					const latin = (s: string): Uint8Array<ArrayBuffer> => Uint8Array.from(s, (c) => c.charCodeAt(0));
					const parts: BlobPart[] = [new TextEncoder().encode(header)];
					for (let at = 0; at < rows; at += 10_000) {
						let text = '';
						for (let i = at; i < at + 10_000; i++)
							text += `HF${String(i).padStart(9, '0')},B0${String(1 + (i % 9))},P${String(i % 90)},2026-10-${String(1 + (i % 28)).padStart(2, '0')} 10:00:00,${gb.get('已完成')!},${i % 3 ? gb.get('满意')! : ''},customer ${String(i % 9000)} asked for a visit\n`;
						parts.push(latin(text));
					}
					const transfer = new DataTransfer();
					transfer.items.add(new File(parts, 'million.csv'));
					input.files = transfer.files;
					input.dispatchEvent(new Event('change', { bubbles: true }));
				},
				{ rows, header: 'callback,branch,person,called_at,result,satisfaction,note\n' }
			);
		};
		await make(1_000_000);
		await page.getByRole('button', { name: '取消' }).click();
		await said('已取消，没有留下任何数据');
		expect(await page.locator('tbody tr').count()).toBe(0);

		await make(300_000);
		await page.getByRole('progressbar').waitFor();
		const second = await context.newPage();
		await page.close();
		await second.goto(`${base}/import`);
		await second.getByRole('button', { name: '载入示例' }).waitFor();
		stage.page = second;
		await run(second, () => makeOn(second, 1_000_000));
	});

	it('takes a million callbacks in GB18030', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'kaohe-gb-'));
		const path = join(folder, 'million.csv');
		const note = encodeText('业主请下周再联系\n', 'gb18030');
		const line = (i: number): Uint8Array[] => [Buffer.from(`${callback(i, 'reached,4')},`), note];
		const lines = (from: number): Uint8Array[] =>
			Array.from({ length: 10_000 }, (_, i) => line(from + i)).flat();
		writeFileSync(path, Buffer.concat([encodeText(`${HEADER},备注\n`, 'gb18030')]));
		for (let from = 0; from < 1_000_000; from += 10_000) appendFileSync(path, Buffer.concat(lines(from)));
		try {
			await run(stage.page, () => stage.page.getByTestId('files').setInputFiles(path));
			expect(await fileRow('million.csv').innerText()).toContain('gb18030');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

/** Imports on a page while it watches for tasks that hold the page: 50 ms is the aim, and twice that is let pass on a busy machine. */
async function run(page: import('playwright-core').Page, start: () => Promise<void>): Promise<void> {
	await page.evaluate(() => {
		const seen: number[] = [];
		(window as unknown as { long: number[] }).long = seen;
		new PerformanceObserver((list) =>
			list.getEntries().forEach((e) => seen.push(Math.round(e.duration)))
		).observe({ type: 'longtask' });
	});
	await start();
	await page
		.locator('tbody tr', { hasText: 'million.csv' })
		.first()
		.getByText('1,000,000')
		.first()
		.waitFor({ timeout: 240_000 });
	await page.getByText('数据到齐了吗').waitFor();
	const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
	console.log(`tasks over 50 ms: ${long.join(', ') || 'none'}`);
	expect(
		long.filter((ms) => ms > 100),
		`long tasks: ${long.join(', ')} ms`
	).toEqual([]);
}

async function makeOn(page: import('playwright-core').Page, rows: number): Promise<void> {
	await page.evaluate(async (count) => {
		const input = document.querySelector<HTMLInputElement>('[data-testid=files]')!;
		const parts: BlobPart[] = ['callback,branch,person,called_at,result,satisfaction,note\n'];
		for (let at = 0; at < count; at += 10_000) {
			let text = '';
			for (let i = at; i < at + 10_000; i++)
				text += `HF${String(i).padStart(9, '0')},B0${String(1 + (i % 9))},P${String(i % 90)},2026-10-${String(1 + (i % 28)).padStart(2, '0')} 10:00:00,reached,${i % 3 ? '4' : ''},customer ${String(i % 9000)} asked for a visit\n`;
			parts.push(text);
			if (at % 50_000 === 0) await new Promise((r) => setTimeout(r));
		}
		const transfer = new DataTransfer();
		transfer.items.add(new File(parts, 'million.csv'));
		input.files = transfer.files;
		// the making of the file is a long task too, told a moment later
		await new Promise((r) => setTimeout(r, 500));
		(window as unknown as { long: number[] }).long.length = 0;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	}, rows);
}
