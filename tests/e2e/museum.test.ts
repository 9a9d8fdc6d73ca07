import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/lib/record/canonical';
import { sha256 } from '../../src/lib/intake/hash';
import { plant, type Dump, type Expected } from '../museum/exhibit';
import { stateOn, totalsOn } from '../support/month-end';
import { importFiles, loadSample, openStage, type Stage, visit, visitor } from '../support/page';

const root = new URL('../museum/', import.meta.url);
const EXHIBITS = readdirSync(root, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [d.name] : []));
const read = (name: string, file: string): Buffer => readFileSync(new URL(`${name}/${file}`, root));
const dumpOf = (name: string): Dump =>
	JSON.parse(gunzipSync(read(name, 'database.json.gz')).toString()) as Dump;
const expectedOf = (name: string): Expected => JSON.parse(read(name, 'expected.json').toString()) as Expected;
/** The newest exhibit: what this build writes is like it. */
const LAST = EXHIBITS.at(-1)!;

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.close());

/** A page of a browser that never saw the app, with a database in it. */
async function freshPage(dump?: Dump): Promise<Page> {
	const page = await (await visitor(stage.browser)).newPage();
	await page.clock.setSystemTime(new Date('2026-10-20T01:00:00Z'));
	if (!dump) return page;
	await page.goto(`${stage.base}/icon.svg`);
	await plant(page, dump);
	return page;
}
const restore = async (page: Page, buffer: Buffer): Promise<void> => {
	await page.goto(`${stage.base}/record`);
	await page
		.getByTestId('restore')
		.setInputFiles({ name: 'b.kaohe', mimeType: 'application/octet-stream', buffer });
};
const saved = async (page: Page, button: string): Promise<Buffer> => {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).first().click()
	]);
	return readFileSync(await download.path());
};

async function isWhole(page: Page, { state, totals, seals, kinds }: Expected): Promise<void> {
	expect(await stateOn(page, stage.base)).toBe(state);
	await page.getByText('已核对，首尾相连').waitFor();
	const entries = Object.values(kinds).reduce((sum, n) => sum + n, 0);
	expect(await page.getByTestId('entries').innerText()).toBe(String(entries));
	for (const [month, rows] of Object.entries(totals))
		expect(await totalsOn(page, `${stage.base}/month?p=${month}&u=branch`), month).toEqual(rows);
	for (const [key, hash] of Object.entries(seals)) {
		await visit(page, `${stage.base}/close/sealed?p=${key.slice(0, 7)}`);
		await page.locator('h1').waitFor();
		expect(await page.content(), key).toContain(hash.slice(0, 8));
		// what this build computes of the month is what was sealed, column by column
		if (key === '2026-08/2') await page.getByText('现有数据与封存一致').waitFor();
	}
}

describe.each(EXHIBITS)('the record that build %s left', (name) => {
	it('opens as its database was: hash, seals and scores', async () => {
		const page = await freshPage(dumpOf(name));
		await isWhole(page, expectedOf(name));
		await page.context().close();
	});

	it('is restored from its backup: hash, seals and scores', async () => {
		const page = await freshPage();
		await restore(page, gunzipSync(read(name, 'backup.kaohe.gz')));
		await page.getByText(/已恢复 \d+ 条记录/).waitFor();
		await isWhole(page, expectedOf(name));
		await page.context().close();
	});
});

describe('a backup', () => {
	it('is one’s own also where the sample was open', async () => {
		const page = await freshPage();
		await loadSample({ ...stage, page });
		await restore(page, gunzipSync(read(LAST, 'backup.kaohe.gz')));
		await page.getByText(/已恢复 \d+ 条记录/).waitFor();
		expect(await page.getByText('移除示例').count()).toBe(0);
		expect(await stateOn(page, stage.base)).toBe(expectedOf(LAST).state);
		await page.reload();
		await page.locator('h1').waitFor();
		expect(await page.getByText('移除示例').count()).toBe(0);
		expect(await stateOn(page, stage.base)).toBe(expectedOf(LAST).state);
		await page.context().close();
	});
});

describe('builds of different age', () => {
	it('leave a newer record as it is, say what to do, and save it as a backup', async () => {
		const dump = dumpOf(LAST);
		const page = await freshPage({ ...dump, version: dump.version + 1 });
		await page.goto(`${stage.base}/import`);
		await page.getByText('这份存档由更新的版本写成').waitFor();
		await importFiles(page, [{ name: 'a.csv', content: 'check,branch,checked_at,subject,passed\n' }]);
		await page.getByText('出错了：这份存档由更新的版本写成').first().waitFor();
		await page.goto(`${stage.base}/record`);
		const file = await saved(page, '存一份备份');
		const other = await freshPage();
		await restore(other, file);
		await other.getByText(/已恢复 \d+ 条记录/).waitFor();
		expect(await stateOn(other, stage.base)).toBe(expectedOf(LAST).state);
		await Promise.all([page.context().close(), other.context().close()]);
	});

	it('guess at no entry of a kind that they don’t know, in the record or in a backup', async () => {
		const dump = dumpOf(LAST);
		const events = dump.stores.find((s) => s.name === 'events')!;
		const head = events.entries.at(-1)![1] as { seq: number; hash: string };
		const bare = {
			seq: head.seq + 1,
			at: '2027-01-01T00:00:00.000Z',
			by: { name: '甲', role: 'hr' },
			prev: head.hash,
			kind: 'hologram',
			data: { month: '2026-09' }
		};
		const next = { ...bare, hash: await sha256(canonical(bare)) };
		events.entries.push([next.seq, next]);
		const page = await freshPage(dump);
		await page.goto(`${stage.base}/record`);
		await page.getByText('这份存档由更新的版本写成').waitFor();
		const file = await saved(page, '存一份备份');
		const other = await freshPage();
		await restore(other, file);
		await other.getByText('这个备份由更新的版本写成').waitFor();
		expect(await other.getByTestId('entries').innerText()).toBe('0');
		await Promise.all([page.context().close(), other.context().close()]);
	});

	it('let a newer tab take the record over: the older one writes nothing more and says so', async () => {
		const page = await freshPage(dumpOf(LAST));
		await page.goto(`${stage.base}/record`);
		await page.getByText('已核对，首尾相连').waitFor();
		const newer = await page.context().newPage();
		await newer.goto(`${stage.base}/icon.svg`);
		const opened = newer.evaluate(
			() =>
				new Promise<number>((resolve, reject) => {
					const request = indexedDB.open('kaohe-own', 99);
					request.onsuccess = () => resolve(request.result.version);
					request.onerror = () => reject(request.error!);
				})
		);
		await page.getByText('更新的版本已在另一个标签页打开').waitFor();
		expect(await opened).toBe(99);
		await page.getByRole('link', { name: '导入', exact: true }).click();
		await importFiles(page, [{ name: 'a.csv', content: 'check,branch,checked_at,subject,passed\n' }]);
		await page.getByText('出错了：更新的版本已在另一个标签页打开').first().waitFor();
		await page.context().close();
	});

	it('set a copy of an older database aside before they change it, and offer it as a backup', async () => {
		const whole = dumpOf(LAST);
		// the first version kept files, bare blobs and words, and no log
		const stores = whole.stores.filter((s) => ['files', 'bytes', 'kept'].includes(s.name));
		for (const { name, entries } of stores)
			if (name === 'bytes')
				for (const entry of entries) {
					const { bytes, gzip } = entry[1] as { bytes: { $blob: string }; gzip: boolean };
					const content = Buffer.from(bytes.$blob, 'base64');
					entry[1] = { $blob: (gzip ? gunzipSync(content) : content).toString('base64') };
				}
		const [files, bytes] = ['files', 'bytes'].map((name) => stores.find((s) => s.name === name)!);
		const known = new Set(files!.entries.map(([key]) => key));
		bytes!.entries = bytes!.entries.filter(([key]) => known.has(key));
		const page = await freshPage({ name: 'kaohe-own', version: 1, stores });
		await page.goto(`${stage.base}/record`);
		const aside = page.getByTestId('aside');
		await aside.waitFor();
		expect(await aside.innerText()).toContain('升级前的副本（第 1 版）');
		expect(await page.getByTestId('entries').innerText()).toBe('1');
		const file = await saved(page, '存为文件');
		const other = await freshPage();
		await restore(other, file);
		await other.getByText('已恢复 1 条记录').waitFor();
		await page.getByRole('button', { name: '删除副本' }).click();
		await aside.waitFor({ state: 'detached' });
		await Promise.all([page.context().close(), other.context().close()]);
	});
});
