import { newestSource, installIfMissing, root, run } from './setup.mjs';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const PORT = Number(process.env.PORT ?? 5173);

installIfMissing();
// it needs packages, which may have been installed just now
const { serve } = await import('./serve.mjs');
const built = statSync(join(root, 'build/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (built < newestSource()) run('npm', ['run', '--silent', 'build']);

const server = await serve(PORT).catch((error) => {
	if (error.code !== 'EADDRINUSE') throw error;
	return serve(0);
});
console.log(
	`\n  考核 Kaohe is at http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/\n  The sample quarter is one click away on the first page. Ctrl+C stops it.\n`
);
