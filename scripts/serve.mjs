import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(fileURLToPath(new URL('.', import.meta.url)), '../build');
/** @type {Record<string, string>} */
const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.webmanifest': 'application/manifest+json',
	'.bin': 'application/octet-stream'
};

/**
 * The file for a path: itself, or the one page that finds its own way.
 * @param {string} path
 */
function fileFor(path) {
	const file = join(ROOT, normalize(decodeURIComponent(path)));
	const inside = file.startsWith(ROOT);
	if (inside && statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
	return extname(path) === '' ? join(ROOT, 'index.html') : null;
}

/** The page's own content policy, as a header: workers obey it there, and no other page may frame this one. */
function contentPolicy() {
	const html = readFileSync(join(ROOT, 'index.html'), 'utf8');
	const [, said] = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
	if (said === undefined) throw new Error('index.html states no content policy');
	return `${said}; frame-ancestors 'none'`;
}

/**
 * Serves the built pages on this machine alone; resolves to the server once it listens.
 * @returns {Promise<import('node:http').Server>}
 */
export function serve(port = 0) {
	const policy = contentPolicy();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		let file;
		try {
			file = fileFor(pathname);
		} catch {
			return void response.writeHead(400).end();
		}
		if (!file) return void response.writeHead(404).end();
		const immutable = pathname.includes('/_app/immutable/');
		response.writeHead(200, {
			'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
			'content-length': statSync(file).size,
			'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
			'content-security-policy': policy,
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff'
		});
		createReadStream(file).pipe(response);
	});
	return new Promise((resolve, reject) => {
		server.on('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}
