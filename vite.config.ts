import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// duckdb-wasm names only its Node build as /blocking; a browser's worker takes the one beside it
const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as { version: string };
const blocking = join(dist, 'duckdb-browser-blocking.mjs');

/** What takes longest begins first, so that no worker waits for another at the end. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isLong = ({ moduleId }: TestSpecification): boolean =>
			/tests\/(oracle\/|specs\/(parts|scores)|rooms\/(scripts\/|sql\/unchanged|compute\/|reports\/|intake\/damage)|e2e\/(close|kills|main|record|report))/.test(
				moduleId
			);
		const sorted = await super.sort(files);
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}

/** What the first screen, which has no scores yet, goes without. */
const LATER = [
	/src\/lib\/language\/(en|zh-later|zh\/(book|card|close|editor|fields|figures|handover|ledger|month|paper|parallel|payroll|remind|report|slides|tour))/,
	/src\/lib\/(sheets|work\/import)/,
	/src\/lib\/ui\/(.*table|sorted-rows|drawn-columns|windowed|after-frame|paper|inturn)/i,
	/src\/routes\/.*(Actions|Answers|Drawer|Pending|ProgressLine|SaveAs|Table)/,
	/src\/lib\/work\/(next-month|sample)\.ts/
];
const isEarly = (id: string): boolean => {
	const path = id.replaceAll('\\', '/');
	return path.includes('/src/') && !LATER.some((later) => later.test(path));
};

const APART = 'tests/extending.test.ts';
const ALONE = 'tests/e2e/million.test.ts';
/** How long a test may take, in milliseconds: what hangs ends, and what a busy machine slows down five times doesn't fail. */
const PATIENT = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 180_000 } } };
const screens = {
	include: ['tests/e2e/**/*.test.ts'],
	environment: 'node',
	...PATIENT
};

export default defineConfig({
	plugins: [sveltekit()],
	define: { DUCKDB_VERSION: JSON.stringify(version) },
	resolve: { alias: { '@duckdb/duckdb-wasm/blocking': blocking } },
	worker: { format: 'es' },
	build: {
		rolldownOptions: {
			output: {
				// what most screens need is one file: many small ones compress worse and are asked for one by one
				codeSplitting: { groups: [{ name: 'shared', test: isEarly, minShareCount: 8 }] }
			}
		}
	},
	test: {
		sequence: { sequencer: LongestFirst },
		setupFiles: ['src/lib/language/both.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					maxWorkers: 2,
					// one engine a worker serves all its files
					isolate: false,
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/e2e/**', 'tests/clickhouse/**', 'tests/office/**', APART],
					environment: 'node',
					...PATIENT
				}
			},
			// what puts other modules in place of ours shares no worker
			{
				extends: true,
				test: { name: 'apart', include: [APART], environment: 'node', ...PATIENT }
			},
			// needs ClickHouse in this process: `npm run test:clickhouse`
			{
				extends: true,
				test: {
					name: 'clickhouse',
					include: ['tests/clickhouse/**/*.test.ts'],
					environment: 'node',
					testTimeout: 1_800_000
				}
			},
			// needs LibreOffice: `npm run test:office`
			{
				extends: true,
				test: {
					name: 'office',
					include: ['tests/office/**/*.test.ts'],
					environment: 'node',
					testTimeout: 900_000
				}
			},
			{
				extends: true,
				test: { ...screens, name: 'e2e', exclude: [ALONE], maxWorkers: 2 }
			},
			// how long the page's own thread is busy can only be told on a quiet machine
			{
				extends: true,
				test: { ...screens, name: 'alone', include: [ALONE] }
			}
		]
	}
});
