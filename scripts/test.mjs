import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfMissing, root } from './setup.mjs';

installIfMissing();
const { findBrowser, NO_BROWSER } = await import('./browser.mjs');
const browser = await findBrowser();
if (!browser) console.error(NO_BROWSER);

let [passed, failed] = [0, 0];
const reports = mkdtempSync(join(tmpdir(), 'kaohe-test-'));

/**
 * Runs a command and says whether it ended well.
 * @param {string} command
 * @param {string[]} args
 */
function ran(command, args) {
	const env = { ...process.env, CHROMIUM_PATH: browser ?? '' };
	return (
		spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' })
			.status === 0
	);
}

/**
 * A check that passes or fails as a whole.
 * @param {string} title
 * @param {string} script
 */
function check(title, script) {
	console.log(`\n— ${title}`);
	if (ran('npm', ['run', '--silent', script])) passed++;
	else failed++;
}

/**
 * A suite of tests, each of which counts.
 * @param {string} project
 */
function suite(project) {
	console.log(`\n— ${project} tests`);
	const file = join(reports, `${project}.json`);
	const well = ran('npx', [
		'vitest',
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`
	]);
	try {
		const report = JSON.parse(readFileSync(file, 'utf8'));
		passed += report.numPassedTests;
		failed += report.numFailedTests + (well || report.numFailedTests > 0 ? 0 : 1);
	} catch (error) {
		console.error(`${project}: no report (${error})`);
		failed++;
	}
}

check('types', 'check');
check('lint and format', 'lint');
check('build', 'build');
suite('unit');
suite('apart');
suite('e2e');
suite('alone');
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
