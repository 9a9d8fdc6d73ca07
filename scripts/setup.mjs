import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/**
 * Runs a command in the project's folder and ends with its code if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
export function run(command, args, env = {}) {
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ...env }
	});
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}

/** Installs the packages of package-lock.json where they are missing or older than it. */
export function installIfMissing() {
	if (major < 20 || (major === 20 && minor < 19)) {
		console.error(`Kaohe needs Node 20.19 or newer; this is ${process.versions.node}.`);
		process.exit(1);
	}
	const installed = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
	const wanted = statSync(join(root, 'package-lock.json'));
	if (!installed || installed.mtimeMs < wanted.mtimeMs) run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** When a file that the build is made of last changed, in milliseconds. */
export function newestSource() {
	const folders = ['src', 'static', 'data', 'scripts'];
	const files = folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/static[\\/](samples|duckdb)/.test(entry.parentPath))
			.map((entry) => join(entry.parentPath, entry.name))
	);
	const all = [
		...files,
		...['package-lock.json', 'svelte.config.js', 'vite.config.ts'].map((f) => join(root, f))
	];
	return Math.max(...all.filter((f) => existsSync(f)).map((f) => statSync(f).mtimeMs));
}
