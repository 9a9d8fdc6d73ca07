import { spawnSync } from 'node:child_process';

// what is written for Excel and PowerPoint, held against LibreOffice: `apt install libreoffice-calc libreoffice-impress`
const { error } = spawnSync('soffice', ['--version']);
if (error) {
	console.error(`soffice: ${error.message}: install LibreOffice Calc and Impress first`);
	process.exit(1);
}
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'office', ...process.argv.slice(2)], {
	stdio: 'inherit',
	shell: process.platform === 'win32'
});
process.exit(status ?? 1);
