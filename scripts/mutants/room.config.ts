import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ROOMS } from './rooms';

const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

const room = ROOMS[process.env['MUTANTS_ROOM'] ?? ''];

/** The tests near one room, which the environment names. */
export default defineConfig({
	resolve: { alias: { '@duckdb/duckdb-wasm/blocking': join(dist, 'duckdb-browser-blocking.mjs') } },
	test: {
		include: room?.tests ?? [],
		setupFiles: ['src/lib/language/both.ts'],
		environment: 'node',
		env: room?.sets ? { RANDOM_SETS: String(room.sets) } : {},
		testTimeout: 60_000,
		hookTimeout: 60_000
	}
});
