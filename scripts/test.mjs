import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installIfMissing, root } from './setup.mjs';

installIfMissing();
const { findBrowser, NO_BROWSER } = await import('./browser.mjs');
const browser = await findBrowser();
if (!browser) console.error(NO_BROWSER);

let passed = 0;
/** @type {string[]} */
const failed = [];
const reports = mkdtempSync(join(tmpdir(), 'kaohe-test-'));

/**
 * Runs a command; resolves with whether it ended well. What it says is shown as it comes, or as a whole under a title once it has ended.
 * @param {string} command
 * @param {string[]} args
 * @param {string} [title]
 * @param {Record<string, string>} [more] Of the environment.
 * @returns {Promise<boolean>}
 */
function ran(command, args, title, more) {
	const env = { ...process.env, CHROMIUM_PATH: browser ?? '', ...more };
	const shell = process.platform === 'win32';
	const child = spawn(command, args, { cwd: root, env, shell, stdio: title ? 'pipe' : 'inherit' });
	/** @type {Buffer[]} */
	const said = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
	return new Promise((done) =>
		child.on('close', (code) => {
			if (title) console.log(`\n— ${title}\n${Buffer.concat(said).toString()}`);
			done(code === 0);
		})
	);
}

/**
 * A check that passes or fails as a whole.
 * @param {string} title
 * @param {string} script
 * @param {Record<string, string>} [more] Of the environment.
 */
async function check(title, script, more) {
	if (await ran('npm', ['run', '--silent', script], title, more)) passed++;
	else failed.push(title);
}

/**
 * What failed by vitest's report: each test by its file and name, and files of which no test could run.
 * @param {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report
 * @returns {string[]}
 */
function failures({ testResults }) {
	return testResults.flatMap(({ name, status, message, assertionResults }) => {
		const path = relative(root, name);
		const tests = assertionResults.filter((test) => test.status === 'failed');
		if (status === 'failed' && tests.length === 0) return [`${path}: ${message}`];
		return tests.map(({ fullName, failureMessages }) => {
			const why = failureMessages.join('\n').split('\n').slice(0, 12);
			return [`${path}: ${fullName}`, ...why].join('\n  ');
		});
	});
}

/**
 * A suite of tests, each of which counts.
 * @param {string} project
 */
async function suite(project) {
	console.log(`\n— ${project} tests`);
	const file = join(reports, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const well = await ran('npx', ['vitest', 'run', '--project', project, ...reporters]);
	try {
		const report = JSON.parse(readFileSync(file, 'utf8'));
		passed += report.numPassedTests;
		const names = failures(report);
		failed.push(...names);
		if (!well && names.length === 0) failed.push(`${project}: ended badly though each test passed`);
	} catch (error) {
		failed.push(`${project}: no report (${error})`);
	}
}

await ran('npx', ['svelte-kit', 'sync']);
// no test of screens begins before all else has ended: those that wait for a page want the machine for themselves
await Promise.all([
	check('lint and format', 'lint'),
	check('build', 'build', { KIT_OUT: '.svelte-kit/beside' }),
	(async () => {
		await check('types', 'check');
		await suite('unit');
		await suite('apart');
	})()
]);
await suite('e2e');
await suite('alone');
rmSync(reports, { recursive: true, force: true });
// a log is read from its end
if (failed.length > 0) console.log(`\n— failed\n${failed.join('\n')}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
