import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const ROOT = join(fileURLToPath(new URL('.', import.meta.url)), '../build');

/** The page's own content policy, as a header: workers obey it there, and no other page may frame this one. */
function contentPolicy() {
	const html = readFileSync(join(ROOT, 'index.html'), 'utf8');
	const [, said] = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
	if (said === undefined) throw new Error('index.html states no content policy');
	return `${said}; frame-ancestors 'none'`;
}

/**
 * Serves the built pages on this machine alone, packed where the browser takes that; resolves to the server once it listens.
 * @returns {Promise<import('node:http').Server>}
 */
export function serve(port = 0) {
	const policy = contentPolicy();
	const answer = sirv(ROOT, {
		single: true,
		gzip: true,
		brotli: true,
		etag: true,
		setHeaders: (response, pathname) => {
			const named = /\/(?:_app\/immutable|duckdb)\//.test(pathname);
			response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
			response.setHeader('content-security-policy', policy);
			response.setHeader('referrer-policy', 'no-referrer');
			response.setHeader('x-content-type-options', 'nosniff');
		}
	});
	const server = createServer((request, response) => {
		answer(request, response, () => void response.writeHead(404).end());
	});
	return new Promise((resolve, reject) => {
		server.on('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}
