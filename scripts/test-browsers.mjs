import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firefox, webkit } from './browsers.mjs';
import { serve } from './serve.mjs';
import { root } from './setup.mjs';

if (process.argv.includes('--help')) {
	console.log(
		'npm run test:browsers: the sample, every screen, reload, backup, print and keyboard in Firefox and WebKit'
	);
	process.exit(0);
}
if (!existsSync(join(root, 'build/index.html'))) {
	console.error('There is no build: run npm run build first.');
	process.exit(2);
}

const PATHS = [
	'/import',
	'/month?p=2026-09',
	'/month?p=2026-09&u=person',
	'/month?p=2026Q3',
	'/month?p=2026',
	'/card?p=2026-09&u=branch&unit=B06',
	'/ranking?p=2026-09',
	'/awards?p=2026Q3',
	'/report?p=2026-09',
	'/report/tickets?p=2026-09',
	'/report/fees?p=2026-09',
	'/report/callbacks?p=2026-09',
	'/report/truth?p=2026-09',
	'/report/complaints?p=2026-09',
	'/report/plans?p=2026-09',
	'/report/submissions?p=2026-09',
	'/report/groups?p=2026-09',
	'/report/logs?p=2026-09',
	'/report/desk?p=2026-09',
	'/close?p=2026-09',
	'/close/ledger?p=2026-09',
	'/close/ratings?p=2026-09',
	'/close/appeals?p=2026-09',
	'/close/plans?p=2026-09',
	'/close/bulletin?p=2026-09',
	'/close/sealed?p=2026-09',
	'/close/calendar?p=2026-09',
	'/policy',
	'/policy/edit?p=2026Q3',
	'/policy/compare',
	'/policy/costs?p=2026Q3',
	'/policy/dictionary',
	'/record'
];

let [passed, failed] = [0, 0];

/**
 * One claim, held or not.
 * @param {string} title
 * @param {() => Promise<unknown>} claim Throws where it doesn't hold.
 */
async function holds(title, claim) {
	try {
		await claim();
		passed++;
		console.log(`  ✓ ${title}`);
	} catch (error) {
		failed++;
		console.log(`  × ${title}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/**
 * @param {unknown} is
 * @param {string} what
 */
function must(is, what) {
	if (!is) throw new Error(what);
}

/**
 * Waits until an expression is true in the page; asked from here, since a script that waits inside holds WebKit up.
 * @param {import('./browsers.mjs').RealPage} page
 * @param {string} is
 */
async function until(page, is, seconds = 120) {
	const end = Date.now() + seconds * 1000;
	while (!(await page.run(`return Boolean(${is})`))) {
		if (Date.now() > end)
			throw new Error(`${is}: ${String(await page.run('return document.body.innerText.slice(0, 300)'))}`);
		await wait(200);
	}
}
const button = (/** @type {string} */ name) =>
	`[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === '${name}')`;

/**
 * @param {string} name
 * @param {import('./browsers.mjs').RealPage} page
 * @param {string} base
 */
async function tour(name, page, base) {
	console.log(`\n— ${name}`);
	const text = 'document.body.innerText';
	await holds('loads the sample with one click', async () => {
		await page.open(`${base}/import`);
		await until(page, button('载入示例'));
		await page.run(`${button('载入示例')}.click()`);
		await until(page, `${text}.includes('10 个分部都有')`, 240);
	});
	for (const path of PATHS)
		await holds(path, async () => {
			await page.open(base + path);
			await until(page, "document.querySelector('main h1, main h2')", 60);
			await until(page, "!document.querySelector('[aria-busy=true]')", 120);
			const alerts = await page.run(
				"return [...document.querySelectorAll('[role=alert]')].map((e) => e.innerText)"
			);
			must(alerts.length === 0, alerts.join(' | '));
			must((await page.run(`return document.querySelector('main').innerText.length`)) > 20, 'an empty page');
			must(
				await page.run('return document.documentElement.scrollWidth <= innerWidth + 1'),
				'scrolls sideways'
			);
		});
	await holds('shows the scores again after a reload', async () => {
		await page.open(`${base}/month?p=2026-09&u=branch`);
		await until(page, `document.querySelector('tbody th')?.textContent.includes('开发区')`, 20);
	});
	await holds('is moved in by keyboard: a line opens, Esc closes it and gives the focus back', async () => {
		await page.open(`${base}/card?p=2026-09&u=branch&unit=B06`);
		const link = 'document.querySelector(\'main tbody a[href$="line=satisfaction"]\')';
		await until(page, link);
		await page.run(`${link}.focus()`);
		await page.press('Enter');
		await until(page, "document.querySelector('[role=dialog]')", 30);
		await page.press('Escape');
		await until(page, "!document.querySelector('[role=dialog]')", 30);
		await until(page, "document.activeElement.getAttribute('href')?.endsWith('line=satisfaction')", 10);
		await page.press('Tab');
		must(await page.run('return document.activeElement !== document.body'), 'Tab goes nowhere');
	});
	await holds('prints', async () => {
		await page.open(`${base}/awards?p=2026Q3`);
		await until(page, `${text}.includes('应付合计')`, 60);
		const bytes = await page.print();
		must(Number.isNaN(bytes) || bytes > 10_000, `${String(bytes)} bytes`);
	});
	await holds('saves a backup and restores it: the same state', async () => {
		await page.open(`${base}/record`);
		await until(page, "document.querySelector('[data-testid=state]')?.title.length === 64");
		const before = await page.run("return document.querySelector('[data-testid=state]').title");
		await page.run(`
			window.saved = null;
			const make = URL.createObjectURL.bind(URL);
			URL.createObjectURL = (blob) => { window.saved = blob; return make(blob); };
			${button('存一份备份')}.click();`);
		await until(page, 'window.saved');
		await page.run(`
			const input = document.querySelector('[data-testid=restore]');
			const files = new DataTransfer();
			files.items.add(new File([window.saved], 'x.kaohe'));
			input.files = files.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));`);
		await wait(5000);
		await until(page, "document.querySelector('[data-testid=state]')?.title.length === 64");
		const after = await page.run("return document.querySelector('[data-testid=state]').title");
		must(before === after, `${before} is now ${after}`);
	});
	await holds('complains of nothing', async () => {
		await wait(500);
		// a worker that is still being fetched when the page is left is no fault
		const said = page.complaints().filter((c) => !/ServiceWorker intercepted the request/.test(c));
		must(said.length === 0, said.slice(0, 5).join(' | '));
	});
}

/** The one browser that is asked for, or all. */
const only = process.argv[2];
const server = await serve(0);
const base = `http://localhost:${String(/** @type {import('node:net').AddressInfo} */ (server.address()).port)}`;
for (const [name, start, needs] of /** @type {const} */ ([
	['Firefox', firefox, 'firefox-esr'],
	['WebKit', webkit, 'webkit2gtk-driver and xvfb']
])) {
	if (only !== undefined && only !== name.toLowerCase()) continue;
	const page = await start();
	if (!page) {
		failed++;
		console.error(`${name}: not installed (Debian: ${needs})`);
		continue;
	}
	try {
		await tour(name, page, base);
	} finally {
		await page.close();
	}
}
server.close();
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed > 0 ? 1 : 0);
