import { spawn, spawnSync } from 'node:child_process';
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
 * Checks that each pass or fail as a whole, side by side; what one says is shown once it has ended.
 * @param {[title: string, script: string][]} all
 */
const checks = (all) =>
	Promise.all(
		all.map(
			([title, script]) =>
				new Promise((done) => {
					const child = spawn('npm', ['run', '--silent', script], {
						cwd: root,
						shell: process.platform === 'win32'
					});
					/** @type {Buffer[]} */
					const said = [];
					for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
					child.on('close', (code) => {
						console.log(`\n— ${title}\n${Buffer.concat(said).toString()}`);
						if (code === 0) passed++;
						else failed++;
						done(undefined);
					});
				})
		)
	);

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

// types and the linter read what svelte-kit writes, and the build writes it anew
ran('npx', ['svelte-kit', 'sync']);
await checks([
	['types', 'check'],
	['lint and format', 'lint']
]);
await checks([['build', 'build']]);
suite('unit');
suite('apart');
suite('e2e');
suite('alone');
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
