import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const PUPPETEER = 'puppeteer-core@24';

/**
 * A page of a real browser: what the runs need of it, whatever drives it.
 * @typedef {object} RealPage
 * @property {(url: string) => Promise<void>} open
 * @property {(script: string) => Promise<any>} run Evaluates the body of an async function in the page.
 * @property {(key: 'Tab' | 'Enter' | 'Escape') => Promise<void>} press
 * @property {() => Promise<number>} print Bytes of the page as a PDF.
 * @property {() => string[]} complaints What the page's console said of errors.
 * @property {() => Promise<void>} close
 */

/** Runs a command and says what it found, or null. */
const found = (/** @type {string} */ name) =>
	spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim() || null;

/**
 * Firefox by WebDriver BiDi; null where it isn't installed.
 * @returns {Promise<RealPage | null>}
 */
export async function firefox() {
	const executablePath = process.env['FIREFOX_PATH'] ?? found('firefox-esr') ?? found('firefox');
	if (!executablePath) return null;
	// looked for as a file: a module that once wasn't found stays so for a whole run
	const folder = new URL('../node_modules/puppeteer-core/package.json', import.meta.url);
	if (!existsSync(folder)) {
		console.log(`Installing ${PUPPETEER} beside the project's packages …`);
		const install = ['install', '--no-save', '--no-audit', '--no-fund', PUPPETEER];
		const { status } = spawnSync('npm', install, { stdio: 'inherit' });
		if (status !== 0) throw new Error(`${PUPPETEER} can't be installed`);
	}
	// its types are there only once it is
	const name = 'puppeteer-core';
	/** @type {any} */
	const loaded = await import(/** @type {string} */ (name));
	const puppeteer = loaded.default ?? loaded;
	const browser = await puppeteer.launch({ browser: 'firefox', executablePath, protocolTimeout: 300_000 });
	const page = await browser.newPage();
	/** @type {string[]} */
	const said = [];
	page.on('console', (/** @type {any} */ message) => message.type() === 'error' && said.push(message.text()));
	page.on('pageerror', (/** @type {unknown} */ error) => said.push(String(error)));
	return {
		open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
		run: (script) => page.evaluate(`(async () => { ${script} })()`),
		press: (key) => page.keyboard.press(key),
		print: async () => (await page.pdf({ format: 'A4', landscape: true })).length,
		complaints: () => said,
		close: () => browser.close()
	};
}

/** Where Debian keeps WebKitGTK's MiniBrowser; undefined where it isn't installed. */
function miniBrowser() {
	const folders = (/** @type {string} */ at) =>
		readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
			entry.isDirectory() ? [`${at}/${entry.name}`] : []
		);
	if (!existsSync('/usr/lib')) return undefined;
	return folders('/usr/lib')
		.flatMap(folders)
		.filter((path) => path.includes('/webkit2gtk-4.'))
		.map((path) => `${path}/MiniBrowser`)
		.find((path) => existsSync(path));
}

const DRIVER_PORT = 4457;
const ELEMENT_KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' };

/**
 * WebKitGTK's MiniBrowser by WebDriver, on a display of its own; null where it isn't installed.
 * @returns {Promise<RealPage | null>}
 */
export async function webkit() {
	const driver = found('WebKitWebDriver');
	const binary = miniBrowser();
	if (!driver || !binary || !found('Xvfb')) return null;
	const display = `:${String(90 + (process.pid % 100))}`;
	const screen = spawn('Xvfb', [display, '-screen', '0', '1440x900x24'], { stdio: 'ignore' });
	const env = {
		...process.env,
		DISPLAY: display,
		WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'
	};
	const server = spawn(driver, [`--port=${String(DRIVER_PORT)}`], { stdio: 'ignore', env });
	await wait(1500);
	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {object} [body]
	 */
	async function ask(method, path, body) {
		const response = await fetch(`http://127.0.0.1:${String(DRIVER_PORT)}${path}`, {
			method,
			...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {})
		});
		const { value } = await response.json();
		if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
		return value;
	}
	const options = { binary, args: ['--automation'] };
	const { sessionId } = await ask('POST', '/session', {
		capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } }
	});
	const at = `/session/${sessionId}`;
	await ask('POST', `${at}/timeouts`, { script: 300_000, pageLoad: 120_000 });
	/** @type {string[]} */
	const said = [];
	/** @param {string} script */
	const run = (script) =>
		ask('POST', `${at}/execute/async`, {
			script: `const done = arguments[arguments.length - 1];
				(async () => { ${script} })().then((value) => done({ value }), (error) => done({ failed: String(error) }));`,
			args: []
		}).then((answer) => {
			if (answer?.failed) throw new Error(answer.failed);
			return answer?.value;
		});
	return {
		async open(url) {
			await ask('POST', `${at}/url`, { url });
			await run(
				`if (!window.__said) { window.__said = []; addEventListener('error', (e) => __said.push(e.message)); addEventListener('unhandledrejection', (e) => __said.push(String(e.reason))); }`
			);
		},
		run: async (script) => {
			const answer = await run(script);
			said.push(...((await run('return (window.__said ?? []).splice(0)')) ?? []));
			return answer;
		},
		press: (key) =>
			ask('POST', `${at}/actions`, {
				actions: [
					{
						type: 'key',
						id: 'keyboard',
						actions: [
							{ type: 'keyDown', value: ELEMENT_KEYS[key] },
							{ type: 'keyUp', value: ELEMENT_KEYS[key] }
						]
					}
				]
			}),
		// MiniBrowser can't print without a dialog: what paper would show is read from the page instead
		print: () => Promise.resolve(NaN),
		complaints: () => said,
		async close() {
			await ask('DELETE', at).catch(() => {});
			server.kill();
			screen.kill();
		}
	};
}
