import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { random } from '../../scripts/samples/random';
import { accessibilityFaults, importFiles, loadSample, openStage, sign, type Stage } from '../support/page';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await stage.page.goto(`${stage.base}/import`);
});
afterAll(() => stage.close());

const checks = (name: string, rows: number, failed = 0) => ({
	name: `${name}.csv`,
	content: `check,branch,checked_at,subject,passed\n${Array.from({ length: rows }, (_, i) => `${name}-${String(i)},B01,2026-10-08,service_skill,${i < failed ? 'no' : 'yes'}\n`).join('')}`
});
/** How many entries were acknowledged, and the last one's hash. */
const recorded = async (page: Page): Promise<[number, string]> => {
	const [seq = '0', hash = ''] = (
		(await page.evaluate(() => document.documentElement.dataset['recorded'])) ?? ''
	).split(' ');
	return [Number(seq), hash];
};
const take = async (page: Page, name: string, rows: number, failed = 0): Promise<void> => {
	const [before] = await recorded(page);
	await importFiles(page, [checks(name, rows, failed)]);
	await page.waitForFunction(
		(n) => Number(document.documentElement.dataset['recorded']?.split(' ')[0]) > n,
		before
	);
	await page.getByText(`${name}.csv`).first().waitFor();
};
const paths = (page: Page): Promise<string[]> =>
	page.evaluate(
		() =>
			new Promise<string[]>((resolve, reject) => {
				const request = indexedDB.open('kaohe-own');
				request.onerror = () => reject(new Error('no database'));
				request.onsuccess = () => {
					const all = request.result.transaction('files').objectStore('files').getAll();
					all.onsuccess = () => {
						request.result.close();
						resolve((all.result as { meta: { path: string } }[]).map((f) => f.meta.path).sort());
					};
				};
			})
	);
/** Changes one store of the database from outside the app. */
const meddle = (page: Page, store: string, key: number | null): Promise<void> =>
	page.evaluate(
		([name, at]) =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('kaohe-own');
				request.onerror = () => reject(new Error('no database'));
				request.onsuccess = () => {
					const tx = request.result.transaction(name, 'readwrite');
					const target = tx.objectStore(name);
					if (at === null) target.clear();
					else {
						const get = target.get(at);
						get.onsuccess = () => target.put({ ...(get.result as object), reason: '改过' });
					}
					tx.oncomplete = () => {
						request.result.close();
						resolve();
					};
				};
			}),
		[store, key] as const
	);

describe('the record', () => {
	it('lists who did what, and is checked on the page', async () => {
		const { page } = stage;
		await take(page, 'K1', 26, 3);
		await page.getByRole('button', { name: '未署名' }).click();
		await page.getByLabel('姓名').fill('王芳');
		await page.getByRole('button', { name: '确定' }).click();
		await take(page, 'K2', 5, 0);
		await page.getByRole('link', { name: '存档' }).click();
		await page.getByRole('heading', { name: '存档' }).waitFor();
		const rows = (await page.locator('tbody tr').allInnerTexts()).map((r) => r.replace(/\s+/g, ' '));
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatch(/^2 .* 王芳 · 人事 导入 K2\.csv /);
		expect(rows[1]).toMatch(/^1 .* 未署名 导入 K1\.csv /);
		expect(await page.getByText('已核对，首尾相连').count()).toBe(1);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	it('keeps the files gzipped once there is time', async () => {
		const { page } = stage;
		await page.waitForFunction(
			() =>
				new Promise<boolean>((resolve) => {
					const request = indexedDB.open('kaohe-own');
					request.onsuccess = () => {
						const all = request.result.transaction('bytes').objectStore('bytes').getAll();
						all.onsuccess = () => {
							request.result.close();
							resolve((all.result as { gzip: boolean }[]).every((b) => b.gzip));
						};
					};
				}),
			null
		);
	});

	it('is saved, wiped after asking twice, and restored to the same hash and scores', async () => {
		const { page } = stage;
		await page.waitForFunction(() => document.querySelector('[data-testid=state]')?.getAttribute('title'));
		const state = await page.getByTestId('state').getAttribute('title');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: '存一份备份' }).click()
		]);
		const file = readFileSync(await download.path());
		await page.getByText('备份之后没有变化').waitFor();
		await page.getByRole('button', { name: '清除本机数据' }).click();
		await page.getByRole('button', { name: '继续清除' }).click();
		expect(await page.getByRole('button', { name: '清除', exact: true }).isDisabled()).toBe(true);
		await page.getByLabel('输入“清除”两个字').fill('清除');
		await page.getByRole('button', { name: '清除', exact: true }).click();
		await page.getByText('本机数据已清除').waitFor();
		expect(await paths(page)).toEqual([]);

		const damaged = Buffer.from(file);
		damaged[damaged.length - 30]! ^= 4;
		await page
			.getByTestId('restore')
			.setInputFiles({ name: 'b.kaohe', mimeType: 'application/octet-stream', buffer: damaged });
		await page.getByText(/备份已损坏，没有改动任何数据：K\d\.csv/).waitFor();
		expect(await paths(page)).toEqual([]);

		await page
			.getByTestId('restore')
			.setInputFiles({ name: 'b.kaohe', mimeType: 'application/octet-stream', buffer: file });
		await page.getByText('已恢复 2 条记录').waitFor();
		await page.waitForFunction(
			(was) => document.querySelector('[data-testid=state]')?.getAttribute('title') === was,
			state
		);
		expect(await paths(page)).toEqual(['K1.csv', 'K2.csv']);
		await page.getByRole('link', { name: '考核', exact: true }).click();
		await page.getByText('24').first().waitFor();
	});

	it('has a second tab follow what the first writes, and write once that is gone', async () => {
		const { page, context, base } = stage;
		await page.getByRole('link', { name: '导入', exact: true }).click();
		const second = await context.newPage();
		await second.goto(`${base}/import`);
		await second.getByText('另一个标签页正在写入').waitFor();
		await importFiles(second, [checks('K9', 2)]);
		await second.getByText('出错了：另一个标签页正在写入').first().waitFor();
		await take(page, 'K3', 4);
		await second.getByText('K3.csv').first().waitFor();
		expect(await recorded(second)).toEqual(await recorded(page));
		await page.goto('about:blank');
		await second.locator('main').getByText('另一个标签页正在写入').first().waitFor({ state: 'detached' });
		await take(second, 'K4', 4);
		expect(await paths(second)).toEqual(['K1.csv', 'K2.csv', 'K3.csv', 'K4.csv']);
		await second.close();
		await page.goto(`${base}/import`);
		await page.getByText('K4.csv').first().waitFor();
	});

	it('loses no update of two tabs that work at random, reload and take over from each other', async () => {
		const { page, context, base } = stage;
		const other = await context.newPage();
		await other.goto(`${base}/import`);
		const draw = random(12);
		const tabs = [page, other];
		const taken: string[] = [];
		onTestFinished(() => other.close());
		for (let i = 0; i < 10; i++) {
			const tab = tabs[draw.below(2)]!;
			await tab.getByTestId('files').waitFor({ state: 'attached' });
			const name = `R${String(i)}`;
			await importFiles(tab, [checks(name, 2)]);
			const done = tab.getByText(`${name}.csv`).first();
			const refused = tab.locator('.notice.error', { hasText: '另一个标签页正在写入' });
			await done.or(refused).first().waitFor();
			const written = async (): Promise<boolean> => (await paths(tab)).includes(`${name}.csv`);
			if ((await refused.count()) === 0) {
				await expect.poll(written).toBe(true);
				taken.push(`${name}.csv`);
			}
			expect(await written()).toBe(taken.includes(`${name}.csv`));
			if (draw.below(3) === 0) {
				await tab.goto('about:blank');
				await tab.goto(`${base}/import`);
			}
		}
		expect(taken.length).toBeGreaterThan(2);
		expect(taken.length).toBeLessThan(10);
		expect(await paths(page)).toEqual(expect.arrayContaining(taken));
		await other.close();
		await page.goto(`${base}/record`);
		await page.getByText('已核对，首尾相连').waitFor();
	});

	it('loses nothing and says so when storage fails at any call in turn', async () => {
		const { page, base } = stage;
		await page.addInitScript({
			content: `for (const name of ['put', 'add', 'delete']) {
				const real = IDBObjectStore.prototype[name];
				IDBObjectStore.prototype[name] = function (...args) {
					// counted from the log's entry on: warming up writes too
					if (name === 'add' && window.armed) [window.failIn, window.armed] = [window.armed, 0];
					if (window.failIn !== undefined && --window.failIn === 0) {
						window.failIn = undefined;
						throw new DOMException('no room', 'QuotaExceededError');
					}
					return real.apply(this, args);
				};
			}`
		});
		let failures = 0;
		for (let call = 1; call < 9; call++) {
			await page.goto(`${base}/import`);
			await page.getByText('K4.csv').first().waitFor();
			const before = await recorded(page);
			const kept = await paths(page);
			await page.evaluate((n) => ((window as unknown as { armed?: number }).armed = n), call);
			const name = `F${String(call)}`;
			await importFiles(page, [checks(name, 3)]);
			const failed = page.locator('.notice.error').first();
			const done = page.getByText(/^已导入 /);
			await failed.or(done).first().waitFor();
			const refused = await failed.count();
			await page.goto(`${base}/import`);
			await page.getByText('K4.csv').first().waitFor();
			expect(await page.locator('.notice.error').count()).toBe(0);
			const after = await recorded(page);
			const there = await paths(page);
			// an import is in the record whole or not at all, and what failed was said
			if (after[0] === before[0]) {
				expect(after).toEqual(before);
				expect(there).toEqual(kept);
				expect(refused).toBe(1);
				failures++;
			} else expect(there).toEqual([...kept, `${name}.csv`].sort());
		}
		expect(failures).toBeGreaterThanOrEqual(3);
	});

	it('names the files whose bytes are gone', async () => {
		const { page, base } = stage;
		const all = await paths(page);
		await meddle(page, 'bytes', null);
		await page.goto(`${base}/record`);
		const notice = page.getByRole('alert').filter({ hasText: '文件与操作记录不一致' });
		await notice.waitFor();
		const text = await notice.innerText();
		expect(text).toContain(`缺 ${String(all.length)} 个`);
		// the first of many are enough
		expect(all.filter((path) => text.includes(path))).toHaveLength(Math.min(all.length, 5));
	});

	it('finds a changed entry and names it; writes nothing more', async () => {
		const { page, base } = stage;
		stage.complaints.length = 0;
		await meddle(page, 'events', 2);
		await page.goto(`${base}/record`);
		await page.getByText('第 2 条记录核对不上').waitFor();
		await page.goto(`${base}/import`);
		await importFiles(page, [checks('K8', 2)]);
		await page.getByText('存档核对未通过').first().waitFor();
		expect(await paths(page)).not.toContain('K8.csv');
	});

	it('says so when a store comes back empty where a full one was expected', async () => {
		const { page, base } = stage;
		for (const store of ['events', 'files', 'bytes', 'kept']) await meddle(page, store, null);
		await page.goto(`${base}/import`);
		await page.getByText(/这台机器上曾有 \d+ 条记录，现在只找到 0 条/).waitFor();
		await page.getByRole('button', { name: '接受现状' }).click();
		await page.getByText(/这台机器上曾有/).waitFor({ state: 'detached' });
		await take(page, 'K7', 2);
	});

	it('is kept where the browser’s store takes no blobs and has no idle time', async () => {
		const other = await openStage();
		try {
			const { page, base } = other;
			await page.addInitScript(() => {
				const put = (value: unknown): void => {
					const { bytes } = (value ?? {}) as { bytes?: unknown };
					if (value instanceof Blob || bytes instanceof Blob)
						throw new DOMException(
							'Error preparing Blob/File data to be stored in object store',
							'UnknownError'
						);
				};
				// eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy hands the store on
				IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
					apply(own, store: unknown, given: unknown[]): unknown {
						put(given[0]);
						return Reflect.apply(own as (...all: unknown[]) => unknown, store, given);
					}
				});
				Reflect.deleteProperty(window, 'requestIdleCallback');
			});
			await loadSample(other);
			await page.reload();
			await page.goto(`${base}/month`);
			await page.locator('a.total').first().waitFor();
			expect(other.complaints).toEqual([]);
		} finally {
			await other.close();
		}
	});

	it('holds what was clicked while the engine was still busy, however soon the page is left', async () => {
		const other = await openStage();
		try {
			const { page, base, context } = other;
			await loadSample(other);
			await page.goto(`${base}/close?p=2026-09`);
			const first = page.locator('details li', { hasText: '放行' }).first();
			await first.getByRole('button', { name: '放行' }).click();
			await first.getByLabel('理由').fill('已核对');
			await first.getByRole('button', { name: '放行', exact: true }).last().click();
			await sign(page);
			// the engine has only begun to read the files again: the entry doesn't wait for it
			await page.getByText('已核对').first().waitFor({ timeout: 5_000 });
			await page.close();
			const again = await context.newPage();
			await again.goto(`${base}/record`);
			await again.getByText(/放行/).first().waitFor();
			await again.getByText('王芳 · 人事').first().waitFor();
		} finally {
			await other.close();
		}
	});
});
