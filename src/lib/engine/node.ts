import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openBlocking, type Blocking } from './blocking';
import type { Engine } from './engine';

const require = createRequire(import.meta.url);

/** DuckDB-WASM opened in this process: the very module that the browser runs. */
export function openNodeEngine(): Promise<Engine> {
	const dist = dirname(require.resolve('@duckdb/duckdb-wasm'));
	const duckdb = require('@duckdb/duckdb-wasm/blocking') as Blocking & { NODE_RUNTIME: unknown };
	return openBlocking(duckdb, duckdb.NODE_RUNTIME, join(dist, 'duckdb-eh.wasm'));
}
