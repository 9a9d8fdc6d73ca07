import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { writeSamples } from './samples/make-samples';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wasm = join(dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm')), 'duckdb-eh.wasm');
const { version } = JSON.parse(readFileSync(join(dirname(wasm), '../package.json'), 'utf8')) as {
	version: string;
};
const packed = join(root, 'static/duckdb', version, 'duckdb-eh.wasm.gz');

if (!existsSync(packed)) {
	rmSync(join(root, 'static/duckdb'), { recursive: true, force: true });
	mkdirSync(dirname(packed), { recursive: true });
	writeFileSync(packed, gzipSync(readFileSync(wasm), { level: 9 }));
}
writeSamples(join(root, 'static/samples'), 'web');
