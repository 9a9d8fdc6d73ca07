import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { encodeText } from '../../scripts/samples/encoding';
import { openChdb } from './chdb';
import { serveChdb } from './server';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'kaohe-command-'));
const chdb = openChdb();
const { url, server } = await serveChdb(chdb);
afterAll(() => {
	server.close();
	return chdb.close();
});

/** Runs `npm run score`; how it ended and what it said. */
const score = (...args: string[]): Promise<{ code: number; said: string }> =>
	new Promise((resolve) =>
		execFile(
			process.execPath,
			['--import', 'tsx', 'scripts/score.ts', ...args],
			{ cwd: root },
			(error, _, said) => resolve({ code: error ? Number(error.code) : 0, said })
		)
	);

const written = (folder: string): Record<string, string> =>
	Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('score --engine clickhouse', () => {
	const folder = join(work, 'in');
	mkdirSync(folder);
	for (const { name, text, encoding } of sampleFiles())
		writeFileSync(join(folder, name), encodeText(text, encoding));
	const quarter = ['--quarter', '2026Q3'];

	it('writes the bytes that the other engines write', async () => {
		const own = join(work, 'own');
		const theirs = join(work, 'theirs');
		const plain = await score('--in', folder, '--out', own, ...quarter);
		const run = await score(
			'--in',
			folder,
			'--out',
			theirs,
			...quarter,
			'--engine',
			'clickhouse',
			'--url',
			url
		);
		expect(run).toEqual(plain);
		expect(run.code).toBe(0);
		expect(written(theirs)).toEqual(written(own));
	});

	it('scores the rows that stand there, without a file', async () => {
		const own = join(work, 'own');
		const staged = join(work, 'staged');
		const run = await score('--staged', '--out', staged, ...quarter, '--engine', 'clickhouse', '--url', url);
		expect(run).toEqual({ code: 0, said: '' });
		for (const name of ['lines', 'totals', 'rankings', 'awards', 'followups', 'units'])
			expect(readFileSync(join(staged, `${name}.csv`), 'utf8')).toBe(
				readFileSync(join(own, `${name}.csv`), 'utf8')
			);
	});

	it('says what is wrong with where it should compute', async () => {
		const out = join(work, 'none');
		const clickhouse = ['--out', out, '--engine', 'clickhouse'];
		expect(await score('--in', folder, ...clickhouse)).toEqual({
			code: 2,
			said: '--engine clickhouse needs --url\n'
		});
		const nobody = await score('--in', folder, ...clickhouse, '--url', 'http://127.0.0.1:9');
		expect(nobody.code).toBe(2);
		expect(nobody.said).toContain('--url http://127.0.0.1:9');
		const count = 'select count() as rows from kaohe_staging.callback';
		const [before] = await chdb.rows(count);
		expect(Number(before!['rows'])).toBeGreaterThan(1000);
		const wrong = await score('--in', folder, '--set', 'none.csv:month=2026-09', ...clickhouse, '--url', url);
		expect(wrong.code).toBe(2);
		expect(await chdb.rows(count)).toEqual([before]);
		await chdb.exec('drop table kaohe_staging.file');
		const bare = await score('--staged', ...clickhouse, '--url', url);
		expect(bare).toEqual({ code: 2, said: '--staged: kaohe_staging.file: no such table\n' });
	});
});
