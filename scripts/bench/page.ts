import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openStage, type Stage } from '../../tests/support/page';
import { chainFiles } from './files';

const WAIT = 600_000;
const SCORED = '数据到齐了吗';

/** What an import in Chromium took: seconds in all, milliseconds a stage, and the most that the tab's process held. */
export interface PageRun {
	seconds: number;
	stages: Record<string, number>;
	peak_mb: number;
}

/** The most memory that any of a browser's page processes held at once, in MB. */
async function peakOf(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = (await session.send('SystemInfo.getProcessInfo' as never)) as {
		processInfo: { type: string; id: number }[];
	};
	const peaks = processInfo
		.filter(({ type }) => type === 'renderer')
		.map(({ id }) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(id)}/status`, 'utf8'))?.[1]);
	return Math.round(Math.max(0, ...peaks.map(Number)) / 1024);
}

/** What the page measured of its own work, in milliseconds by name; several of a name are one. */
const stagesOf = async (stage: Stage): Promise<Record<string, number>> =>
	stage.page.evaluate(() => {
		const found: Record<string, number> = {};
		const own = performance.getEntriesByType('measure').filter((m) => m.name.startsWith('kaohe:'));
		const paint = performance.getEntriesByName('first-contentful-paint')[0];
		if (paint) found['first_paint'] = Math.round(paint.startTime);
		for (const { name, duration } of own) {
			const stageName = name.slice('kaohe:'.length);
			found[stageName] = Math.round(((found[stageName] ?? 0) + duration) * 10) / 10;
		}
		return found;
	});

/** How long a user looks for a file, in milliseconds, where the time that a dialog takes counts. */
const LOOKS = 3000;

/** From the choice of files to their scores on the page, kept; the page is new, or (`looked`) its user looked for the files in a dialog. */
export async function imported(files: string[], looked = false): Promise<PageRun> {
	const stage = await openStage({ asUsed: true });
	const { page } = stage;
	await page.addInitScript(() => {
		addEventListener('change', () => void performance.mark('chosen'), { capture: true, once: true });
	});
	await page.goto(`${stage.base}/import`);
	if (looked) {
		const dialog = page.waitForEvent('filechooser');
		await page.getByRole('button', { name: '选择文件', exact: true }).click();
		const chooser = await dialog;
		await page.waitForTimeout(LOOKS);
		await chooser.setFiles(files);
	} else await page.getByTestId('files').setInputFiles(files);
	await page.getByText(SCORED).waitFor({ timeout: WAIT });
	const took = await page.evaluate(
		() => performance.now() - performance.getEntriesByName('chosen')[0]!.startTime
	);
	const found = { seconds: took / 1000, stages: await stagesOf(stage), peak_mb: await peakOf(stage.browser) };
	await stage.close();
	return found;
}

/** Seconds that each file took, one handed over after the other. */
export async function importedInTurn(files: string[]): Promise<number[]> {
	const stage = await openStage({ asUsed: true });
	await stage.page.goto(`${stage.base}/import`);
	const times: number[] = [];
	for (const [i, file] of files.entries()) {
		const start = performance.now();
		await stage.page.getByTestId('files').setInputFiles(file);
		await stage.page
			.locator('tr', { hasText: file.split('/').at(-1)! })
			.first()
			.waitFor({ timeout: WAIT });
		await stage.page.waitForFunction((n) => performance.getEntriesByName('kaohe:results').length > n, i, {
			timeout: WAIT
		});
		times.push((performance.now() - start) / 1000);
	}
	await stage.close();
	return times;
}

/** Seconds from a file to PapaParse's objects counted in a Map, in Chromium. */
export async function papa(file: string): Promise<number> {
	const stage = await openStage({ asUsed: true });
	const script = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');
	await stage.page.setContent('<input type="file">');
	await stage.page.evaluate(`globalThis.__name = (f) => f; ${script}`);
	await stage.page.locator('input').setInputFiles(file);
	const seconds = await stage.page.evaluate(async () => {
		const begun = performance.now();
		const text = await document.querySelector('input')!.files![0]!.text();
		const counts = new Map<string, number>();
		const parser = (globalThis as unknown as { Papa: { parse: (t: string, o: object) => void } }).Papa;
		parser.parse(text, {
			header: true,
			skipEmptyLines: true,
			step: ({ data }: { data: Record<string, string> }) => {
				const key = `${data['branch']!}|${data['called_at']!.slice(0, 7)}|${data['result']!}|${data['satisfaction']!}`;
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
		});
		return (performance.now() - begun) / 1000;
	});
	await stage.close();
	return seconds;
}

/** How many changes are timed. */
export const CHANGES = 40;

/** Milliseconds from a slider's input event to the frame that shows its effect, over many changes, sorted. */
export async function whatIf(branches: number, months: number): Promise<number[]> {
	const chain = mkdtempSync(join(tmpdir(), 'kaohe-chain-'));
	const stage = await openStage({ asUsed: true });
	const { page } = stage;
	try {
		await page.goto(`${stage.base}/import`);
		await page.getByTestId('files').setInputFiles(chainFiles(chain, branches, months));
		await page.getByText(SCORED).waitFor({ timeout: WAIT });
		await page.getByRole('link', { name: '规则' }).click();
		await page.getByRole('link', { name: '改一份' }).click();
		await page.getByTestId('effects').waitFor({ timeout: 60_000 });
		await page.evaluate('globalThis.__name = (f) => f');
		const times = await page.evaluate(async (changes) => {
			const slider = document.querySelector<HTMLInputElement>('#edit-callback_completion input[type=range]')!;
			const shown = document.querySelector('aside')!;
			const found: number[] = [];
			for (let i = 0; i < changes; i++) {
				await new Promise((r) => setTimeout(r, 700));
				const settled = new Promise<void>((done) => {
					let busy = false;
					const watch = new MutationObserver(() => {
						const is = shown.querySelector('section[aria-busy=true]') !== null;
						if (busy && !is) {
							watch.disconnect();
							done();
						}
						busy = is;
					});
					watch.observe(shown, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
				});
				const begun = performance.now();
				slider.value = String(5 + (i % 5));
				slider.dispatchEvent(new Event('input', { bubbles: true }));
				await settled;
				// what comes after the frame's own callbacks comes once it is laid out and painted
				await new Promise<void>((done) => {
					requestAnimationFrame(() => {
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () => done();
						port2.postMessage(null);
					});
				});
				found.push(performance.now() - begun);
			}
			return found;
		}, CHANGES);
		return times.sort((a, b) => a - b);
	} finally {
		await stage.close();
		rmSync(chain, { recursive: true, force: true });
	}
}
