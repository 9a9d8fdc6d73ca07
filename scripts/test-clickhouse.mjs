import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const CHDB = 'chdb@3.4.0';

/**
 * Runs a command and passes on how it ended where it didn't end well.
 * @param {string} command
 * @param {...string} args
 */
function run(command, ...args) {
	const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
	if (status !== 0) process.exit(status ?? 1);
}

/** ClickHouse in a process is half a gigabyte: it comes when it is asked for. */
function isThere() {
	try {
		createRequire(import.meta.url).resolve('chdb');
		return true;
	} catch {
		return false;
	}
}

if (!isThere()) run('npm', 'install', '--no-save', '--no-audit', '--no-fund', CHDB);
run('npx', 'vitest', 'run', '--project', 'clickhouse', ...process.argv.slice(2));
