import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

/** One worker with one engine, in which the mutants of SQL are put to the tests one after another. */
export default defineConfig({
	plugins: [sveltekit()],
	resolve: { alias: { '@duckdb/duckdb-wasm/blocking': join(dist, 'duckdb-browser-blocking.mjs') } },
	test: {
		include: ['scripts/mutants/sql.run.ts'],
		setupFiles: ['src/lib/language/both.ts'],
		allowOnly: true,
		environment: 'node',
		testTimeout: 24 * 3_600_000,
		hookTimeout: 600_000,
		env: { RANDOM_SETS: '60' }
	}
});
