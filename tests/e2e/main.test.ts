import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../scripts/samples/encoding';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { accessibilityFaults, loadSample, openStage, visit, type Stage } from '../support/page';
import { keptResults } from '../support/kept';
import { policyWith } from '../support/policy';
import { score } from '../support/scored';

const packedDuckdb = (): Buffer => {
	const folder = new URL('../../build/duckdb/', import.meta.url);
	return readFileSync(new URL(`${readdirSync(folder)[0]!}/duckdb-eh.wasm.gz`, folder));
};
let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.close());

const open = async (path: string, how: typeof visit | null = null): Promise<void> => {
	if (how) await how(stage.page, stage.base + path);
	else await stage.page.goto(stage.base + path);
	await stage.page.locator('h1').waitFor();
	await stage.page.waitForTimeout(400);
};

describe('from nothing to the quarter’s prizes', () => {
	it('begins empty, without fetching WASM', async () => {
		const { page, base, requests } = stage;
		await page.goto(base);
		await page.getByRole('button', { name: '载入示例' }).waitFor();
		await page.waitForLoadState('networkidle');
		expect(requests.filter((r) => /duckdb\/|\.wasm/.test(r))).toEqual([]);
		// the page's own; what the service worker lays by for a day without a network comes after it
		const asked = await page.evaluate(() => [
			location.href,
			...performance.getEntriesByType('resource').map((entry) => entry.name)
		]);
		const packed = await Promise.all(
			asked.map(async (url) => gzipSync(await (await fetch(url)).arrayBuffer()).length)
		);
		expect(packed.length).toBeGreaterThan(5);
		expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(170_000);
		for (const path of ['/month', '/month/', '/ranking', '/awards']) {
			await open(path);
			await page.getByRole('link', { name: '去导入' }).waitFor();
		}
		await open('/policy');
		expect(await page.locator('.lines article').count()).toBe(17);
		expect(requests.filter((r) => /duckdb\/|\.wasm/.test(r))).toEqual([]);
	});

	it('says all that its first screen says before there are scores, in both languages', async () => {
		const { page } = stage;
		await open('/import');
		// the system's theme is followed, on the way too
		for (const colorScheme of ['dark', 'light'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
		}
		for (const [other, who, close] of [
			['English', '未署名', '取消'],
			['中文', 'unsigned', 'Cancel']
		] as const) {
			await page.getByRole('button', { name: who }).click();
			await page.getByRole('dialog').getByRole('button', { name: close, exact: true }).click();
			await page.getByRole('button', { name: other, exact: true }).click();
		}
		await page.getByRole('button', { name: '粘贴单元格' }).click();
		await page.getByRole('textbox').fill('2026-10-01\t1\n');
		expect(await page.getByRole('alert').count()).toBe(0);
		expect(stage.complaints).toEqual([]);
	});

	it('starts the engine while the user still looks for a file', async () => {
		const { page, requests } = stage;
		await open('/import');
		expect(requests.filter((r) => /duckdb\//.test(r))).toEqual([]);
		const dialog = page.waitForEvent('filechooser');
		await page.getByRole('button', { name: '选择文件', exact: true }).click();
		await dialog;
		await page.waitForFunction(() => performance.getEntriesByName('kaohe:warm').length === 1);
		expect(requests.filter((r) => /duckdb\//.test(r)).length).toBeGreaterThan(0);
		// whoever chooses nothing after all sees nothing of it
		expect(await page.getByRole('button', { name: '选择文件', exact: true }).isEnabled()).toBe(true);
		expect(await page.getByTestId('unread').count()).toBe(0);
	});

	it('loads the sample with one click', async () => {
		await loadSample(stage);
		expect(await stage.page.locator('tbody tr').count()).toBeGreaterThan(14);
	});

	it('computes what the headless command computes, to the last digit', async () => {
		const files = sampleFiles().map(({ name, encoding, text }) => ({
			path: name,
			bytes: encodeText(text, encoding)
		}));
		const expected = await score(files, [policyWith()]);
		const kept = await keptResults(stage.page, 'kaohe-sample');
		const hash = (rows: unknown): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
		for (const name of ['lines', 'totals', 'rankings', 'awards', 'followups', 'nexts', 'years'] as const) {
			const rows = (kept[name] ?? []).map((row) =>
				Object.fromEntries(
					Object.entries(row).map(([k, v]) => [k, v === null ? '' : String(v as string | number | boolean)])
				)
			);
			expect(hash(rows), name).toBe(hash(expected[name]));
		}
	});

	it('shows the month, sorts, filters and copies it', async () => {
		const { page } = stage;
		await open('/month?p=2026-09&u=branch');
		expect(await page.locator('tbody th').first().innerText()).toContain('开发区');
		await page.getByRole('button', { name: '名次' }).click();
		await page.getByRole('button', { name: '名次' }).click();
		expect(await page.locator('tbody tr').count()).toBe(10);
		await page.getByRole('button', { name: '复制表格' }).click();
		await page.getByText('已复制').waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		// the head, ten branches, and where the month stands
		expect(copied.split('\n')).toHaveLength(12);
		expect(copied.split('\n').at(-1)).toMatch(/^2026年9月 待计算；规则 handbook-1/);
		expect(copied.split('\n')[0]!.split('\t').slice(0, 3)).toEqual(['名称', '名次', '总分']);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: '存为 Excel' }).click();
		const { sheets } = await readXlsx(readFileSync(await (await download).path()));
		const cells = copied.split('\n').map((line) => line.split('\t'));
		for (const [at, row] of cells.slice(0, 11).entries())
			expect(sheets[0]!.rows[at]!.map((cell) => String(cell ?? ''))).toEqual(
				row.map((text) => (/^[+-]?\d[\d.]*$/.test(text) ? String(Number(text)) : text))
			);
		await page.getByPlaceholder('筛选名称').fill('湖');
		expect(await page.locator('tbody tr').count()).toBe(3);
		await page.getByPlaceholder('筛选名称').fill('');
		await page.getByRole('button', { name: '按指标' }).click();
		await page.getByRole('columnheader', { name: '城东' }).waitFor();
		expect(await page.locator('tbody tr').count()).toBe(15);
		await page.getByRole('button', { name: '按分部' }).click();
		// arrows only go from one to the next: every choice loads a screen
		await page.getByRole('radio', { name: '月', exact: true }).focus();
		await page.keyboard.press('ArrowRight');
		expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('quarter');
		expect(new URL(page.url()).searchParams.get('p')).toBe('2026-09');
		await page.keyboard.press('Space');
		await page.waitForURL(/p=2026Q3/);
		await open('/month?p=2026-08&u=branch');
		await page.getByText('南站 缺 回访完成率').waitFor();
	});

	it('opens a number down to its rows, file and line', async () => {
		const { page } = stage;
		await open('/card?p=2026-09&u=branch&unit=B06');
		await page.getByRole('link', { name: '客户投诉解决率', exact: true }).click();
		await page.getByText('原始记录 139 条').waitFor();
		await page.getByText('合计：分子 4，分母 139').waitFor();
		await page.locator('.drawer .list button').first().click();
		await page.locator('.drawer .raw dd').first().waitFor();
		expect(await page.locator('.drawer .raw').innerText()).toContain('GD2026');
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.locator('.drawer').waitFor({ state: 'detached' });
	});

	it('ranks, awards and says who owes a plan', async () => {
		const { page } = stage;
		await open('/ranking?p=2026-09&u=branch');
		await page.getByText('后 3 名 · 整改方案在通报下发后 4 天内报总部').waitFor();
		await open('/awards?p=2026Q3&u=branch');
		await page.getByText('¥1,100').first().waitFor();
		// totals are sorted as numbers: 100.76 is more than 94.55
		const july = page.getByRole('columnheader', { name: '2026年7月' });
		await july.getByRole('button').click();
		expect(await july.getAttribute('aria-sort')).toBe('descending');
		expect(await page.locator('tbody tr').first().innerText()).toContain('100.76');
		await open('/ranking?p=2026&u=branch');
		expect(await page.locator('ol li').count()).toBeGreaterThan(8);
	});

	it('says at the head of every further sheet of paper what it is of', async () => {
		const { page } = stage;
		const head = (): Promise<string> =>
			page.evaluate(() => {
				window.dispatchEvent(new Event('beforeprint'));
				return document.documentElement.style.getPropertyValue('--print-head');
			});
		await open('/awards?p=2026Q3');
		expect(await head()).toMatch(/季度奖励.*2026年7月 待计算.*handbook-1/);
		await open('/card?p=2026-09&u=branch&unit=B01');
		expect(await head()).toMatch(/.+ · 2026年9月 待计算；规则 handbook-1/);
		expect(await page.title()).toMatch(/.+ · 考核/);
	});

	it('has no accessibility violation on any screen, light and dark, in both languages', async () => {
		const { page } = stage;
		for (const [theme, lang] of [
			['light', 'zh'],
			['dark', 'en']
		] as const) {
			await page.evaluate(
				([a, b]) => (localStorage.setItem('kaohe.theme', a!), localStorage.setItem('kaohe.lang', b!)),
				[theme, lang]
			);
			for (const [at, path] of [
				'/import',
				'/month?p=2026-09',
				'/month?p=2026Q3',
				'/card?p=2026-09&unit=B06',
				'/ranking?p=2026-09',
				'/awards?p=2026Q3',
				'/policy',
				'/policy/edit',
				'/policy/compare',
				'/policy/costs?p=2026Q3',
				'/policy/dictionary'
			].entries()) {
				await open(path, at === 0 ? null : visit);
				await page.waitForTimeout(600);
				expect({ path, theme, found: await accessibilityFaults(page) }).toEqual({ path, theme, found: [] });
			}
		}
		await page.evaluate(() => localStorage.clear());
		await page.evaluate(() => localStorage.setItem('kaohe.workspace', 'sample'));
	});

	it('fits 360 px without sideways scrolling of the page', async () => {
		const { page } = stage;
		await page.setViewportSize({ width: 360, height: 760 });
		for (const [at, path] of [
			'/import',
			'/month?p=2026-09',
			'/card?p=2026-09&unit=B06',
			'/ranking?p=2026-09',
			'/awards?p=2026Q3',
			'/policy'
		].entries()) {
			await open(path, at === 0 ? null : visit);
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect({ path, over }).toEqual({ path, over: 0 });
		}
		await page.setViewportSize({ width: 1440, height: 900 });
	});

	it('shows every score at 1366 px without sideways scroll, in both languages', async () => {
		const { page } = stage;
		await page.setViewportSize({ width: 1366, height: 800 });
		for (const lang of ['zh', 'en'])
			for (const unit of ['branch', 'person']) {
				await page.evaluate((l) => localStorage.setItem('kaohe.lang', l), lang);
				await open(`/month?p=2026-09&u=${unit}`);
				await page.locator('tbody tr').first().waitFor();
				const over = await page.evaluate(() => {
					const frame = document.querySelector('.frame')!;
					return frame.scrollWidth - frame.clientWidth;
				});
				expect({ lang, unit, over }).toEqual({ lang, unit, over: 0 });
			}
		await page.evaluate(() => localStorage.setItem('kaohe.lang', 'zh'));
		await page.setViewportSize({ width: 1440, height: 900 });
	});

	it('leaves no button grey without a reason beside it', async () => {
		const { page } = stage;
		const manager = JSON.stringify({ name: '刘经理', role: 'branch_manager', branch: 'B01' });
		for (const actor of ['', manager]) {
			await page.evaluate(
				(a) => (a === '' ? localStorage.removeItem('kaohe.actor') : localStorage.setItem('kaohe.actor', a)),
				actor
			);
			for (const [at, path] of [
				'/import',
				'/close?p=2026-09',
				'/close/ledger?p=2026-09',
				'/close/ratings?p=2026-09',
				'/close/appeals?p=2026-09',
				'/close/plans?p=2026-09',
				'/close/calendar?p=2026-09',
				'/policy',
				'/policy/edit?p=2026Q3',
				'/report/submissions?p=2026-09',
				'/report/desk?p=2026-09',
				'/record'
			].entries()) {
				await open(path, at === 0 ? null : visit);
				await page.waitForTimeout(500);
				const mute = await page.evaluate(() =>
					[...document.querySelectorAll<HTMLButtonElement>('main button:disabled')]
						.filter((b) => {
							const reason = b.getAttribute('aria-describedby');
							const said = (reason && document.getElementById(reason)?.textContent) || b.title;
							const near = b.closest('form, section, .head, .card, .year')?.querySelector('.small, .quiet');
							return b.ariaBusy !== 'true' && !said.trim() && !near?.textContent.trim();
						})
						.map((b) => b.textContent.trim())
				);
				expect({ path, actor, mute }).toEqual({ path, actor, mute: [] });
			}
		}
		await page.evaluate(() => localStorage.removeItem('kaohe.actor'));
	});

	it('says what an address names that isn’t there, and gives the focus back where it came from', async () => {
		const { page } = stage;
		await open('/policy?version=handbook-99');
		await page.getByText('地址里的规则版本“handbook-99”不存在').waitFor();
		await open('/report/tickets?p=2026-09&branch=B77');
		await page.getByText('地址里的分部“B77”不存在').waitFor();
		await open('/card?p=2026-09&u=branch&unit=B06');
		await page.getByText('原始记录').first().waitFor({ state: 'detached' });
		const link = page.locator('main tbody a[href$="line=satisfaction"]').first();
		await link.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.waitForFunction(() =>
			document.activeElement?.getAttribute('href')?.endsWith('line=satisfaction')
		);
	});

	it('shows the last scores at once after a reload, and offline too', async () => {
		const { page, context } = stage;
		await open('/month?p=2026-09&u=branch');
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await page.waitForFunction(() => caches.keys().then((keys) => keys.length > 0));
		await page.reload();
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await open('/card?p=2026-09&u=branch&unit=B06&line=complaint_resolution');
		await page.getByText('原始记录 139 条').waitFor();
		await context.setOffline(true);
		stage.server.close();
		await page.goto(`${stage.base}/month?p=2026-09&u=branch`);
		await page.getByText('开发区').first().waitFor({ timeout: 5000 });
		await page.goto(`${stage.base}/card?p=2026-09&u=branch&unit=B06&line=satisfaction`);
		await page.getByText('1,961', { exact: false }).first().waitFor();
		await context.setOffline(false);
	});

	it('never asked anything of another origin, and never complained', () => {
		const away = stage.requests.filter(
			(url) => !url.startsWith(stage.base) && !url.startsWith('blob:') && !url.startsWith('data:')
		);
		expect(away).toEqual([]);
		expect(
			stage.complaints.filter(
				(c) =>
					!/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|Failed to fetch|service worker|ServiceWorker/.test(
						c
					)
			)
		).toEqual([]);
	});

	it('lets no worker of its own ask another origin, nor another page frame it', async () => {
		const other = await openStage();
		try {
			const { page, base, context } = other;
			// a host that sends packed files as they are: the page unpacks DuckDB itself
			await context.route(/duckdb-eh\.wasm$/, (route) => route.fulfill({ status: 404 }));
			await context.route(/duckdb-eh\.wasm\.gz$/, (route) =>
				route.fulfill({ contentType: 'application/octet-stream', body: packedDuckdb() })
			);
			await loadSample(other);
			expect(page.workers().length).toBeGreaterThan(0);
			for (const worker of page.workers()) {
				const blocked = await worker.evaluate(
					() =>
						new Promise<string>((resolve) => {
							self.addEventListener('securitypolicyviolation', (e) => resolve(e.effectiveDirective));
							void fetch('http://127.0.0.1:9/').catch(() => {});
							setTimeout(() => resolve('not blocked'), 3000);
						})
				);
				expect(blocked).toBe('connect-src');
			}
			const response = await page.request.get(base);
			expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
		} finally {
			await other.close();
		}
	});
});
