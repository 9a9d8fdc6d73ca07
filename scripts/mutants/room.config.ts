import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ROOMS } from './rooms';

const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

/** The tests near one room, which the environment names. */
export default defineConfig({
	resolve: { alias: { '@duckdb/duckdb-wasm/blocking': join(dist, 'duckdb-browser-blocking.mjs') } },
	test: {
		include: ROOMS[process.env['MUTANTS_ROOM'] ?? '']?.tests ?? [],
		environment: 'node',
		env: { RANDOM_SETS: '1500' },
		testTimeout: 60_000,
		hookTimeout: 60_000
	}
});
