import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page
} from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';

const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];
/** Lets DuckDB's code be made fast later: a page is opened for seconds here, and making it took a third of the processor's time. */
const SHORT_LIVED = '--js-flags=--wasm-tiering-budget=180000000';

/** The longest, in milliseconds, that anything on a page is waited for: a busy machine is slow, not wrong. */
const PATIENCE = 180_000;

/** The built app in a real browser, and all that it asked of other origins or complained of. */
export interface Stage {
	base: string;
	browser: Browser;
	context: BrowserContext;
	page: Page;
	requests: string[];
	complaints: string[];
	server: Server;
	close(): Promise<void>;
}

/** A browser's own profile that never saw the app. */
export async function visitor(
	browser: Browser,
	options: BrowserContextOptions = {}
): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		acceptDownloads: true,
		...options
	});
	context.setDefaultTimeout(PATIENCE);
	return context;
}

/** Serves the build and opens it in Chromium; `asUsed` keeps it as users run it, where time is told; `toured` as on a machine that has seen the guided tour. */
export async function openStage({ asUsed = false, toured = true } = {}): Promise<Stage> {
	const executablePath =
		process.env['CHROMIUM_PATH'] || (await import('../../scripts/browser.mjs').then((b) => b.findBrowser()));
	if (!executablePath) throw new Error('no Chromium: see CHROMIUM_PATH');
	const server = await serve(0);
	const base = `http://localhost:${String((server.address() as AddressInfo).port)}`;
	const browser = await chromium.launch({ executablePath, args: asUsed ? ARGS : [...ARGS, SHORT_LIVED] });
	const context = await visitor(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
	if (toured)
		await context.addInitScript(() => {
			// a frame of no origin has no storage
			if (location.origin !== 'null') localStorage.setItem('kaohe.tour', 'seen');
		});
	await context.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', (e) =>
			console.error(`against the content policy: ${e.violatedDirective} ${e.blockedURI}`)
		)
	);
	const page = await context.newPage();
	const requests: string[] = [];
	const complaints: string[] = [];
	context.on('request', (request) => requests.push(request.url()));
	page.on('console', (message) => {
		const isOurs = message.type() === 'error' || message.text().includes('svelte.dev/e/');
		// the preview of forms runs no script, not even the tests' own clock
		const isClock = message.text().startsWith("Blocked script execution in 'about:srcdoc'");
		if (isOurs && !isClock) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	const close = async (): Promise<void> => {
		await browser.close();
		server.close();
	};
	return { base, browser, context, page, requests, complaints, server, close };
}

/** Loads the sample from the empty first screen and waits for its scores. */
export async function loadSample({ page, base }: Stage): Promise<void> {
	await page.goto(`${base}/import`);
	await page.getByRole('button', { name: '载入示例' }).click();
	await page.getByText('10 个分部都有').first().waitFor();
}

/** Drops files on the import page. */
export async function importFiles(
	page: Page,
	files: { name: string; content: string | Buffer }[]
): Promise<void> {
	const payload = files.map((f) => ({
		name: f.name,
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(f.content as string)
	}));
	await page.getByTestId('files').setInputFiles(payload);
}

/** Takes back what the newest message of a sentence offers to; older messages lie behind newer ones until one points at them. */
export async function takeBack(page: Page, sentence: string): Promise<void> {
	await page.locator('[data-sonner-toast][data-front=true]').hover();
	await page
		.locator('[data-sonner-toast]', { hasText: sentence })
		.getByRole('button', { name: '撤销' })
		.first()
		.click();
}

/** Goes to an address of the app as a click on a link does, so that nothing is read anew; where the app isn't open yet it is opened. */
export async function visit(page: Page, url: string): Promise<void> {
	const isOpen = await page.evaluate(() => document.querySelector('main') !== null);
	if (!isOpen || !page.url().startsWith(new URL(url).origin)) {
		await page.goto(url);
		return;
	}
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		document.body.append(link);
		link.click();
		link.remove();
	}, url);
	const { pathname, searchParams } = new URL(url);
	// a screen may add to its own address
	await page.waitForURL(
		(now) => now.pathname === pathname && [...searchParams].every(([k, v]) => now.searchParams.get(k) === v)
	);
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The accessibility faults of what a page shows, each with the first element that has it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const { axe: run } = window as unknown as {
			axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		let moves = 0;
		for (const begin of ['transitionrun', 'animationstart'])
			document.addEventListener(begin, () => moves++, true);
		const judged = async (): Promise<string[]> => {
			moves = 0;
			// what fades in or out is judged once it stands still
			const moving = document
				.getAnimations()
				.filter((a) => Number.isFinite(a.effect?.getComputedTiming().endTime));
			await Promise.all(moving.map((a) => a.finished.catch(() => undefined)));
			const { violations } = await run.run();
			return violations.map((v) => `${v.id}: ${v.nodes[0]!.html.slice(0, 160)}`);
		};
		const found = await judged();
		// what came in while it was judged was judged on its way
		return found.length > 0 && moves > 0 ? judged() : found;
	});
}

/** Says who acts, where the page asks. */
export async function sign(page: Page, name = '王芳', role = '人事'): Promise<void> {
	await page.getByLabel('姓名').fill(name);
	await page.getByLabel(role, { exact: true }).check();
	await page.getByRole('button', { name: '确定' }).click();
}
