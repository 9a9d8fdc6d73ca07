import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @param {string} name */
const onPath = (name) =>
	spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim() || null;

/** Playwright's own browser, where it is installed. */
async function playwrights() {
	const { chromium } = await import('playwright-core');
	const path = chromium.executablePath();
	return path && existsSync(path) ? path : null;
}

/** Debian's package, where this may install it. */
function fromApt() {
	if (platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return null;
	console.log('Installing chromium with apt-get …');
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
		stdio: 'inherit'
	});
	return onPath('chromium');
}

/** The build that an npm package carries (Linux x64). */
async function fromNpm() {
	if (platform !== 'linux' || process.arch !== 'x64') return null;
	const { default: chromium } = await import('@sparticuz/chromium');
	return chromium.executablePath().catch(() => null);
}

/**
 * Finds a Chromium to test with, or installs one: CHROMIUM_PATH, Playwright's, the system's, apt as root, npm's.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
	const asked = process.env.CHROMIUM_PATH;
	if (asked) return existsSync(asked) ? asked : null;
	const system = NAMES.map(onPath).find(Boolean) ?? (existsSync(MAC) ? MAC : null);
	return (await playwrights()) ?? system ?? fromApt() ?? (await fromNpm());
}

export const NO_BROWSER =
	'No Chromium was found and none could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.';
