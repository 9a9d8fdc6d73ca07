import { execFile } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSamples } from '../../../scripts/samples/make-samples';

const root = new URL('../../../', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'kaohe-score-'));
const sample = join(work, 'sample');

interface Ended {
	code: number;
	stdout: string;
	stderr: string;
}

/** Lets DuckDB's code be made fast later: a command is over within seconds, and making it takes a third of the processor's time. */
const SHORT_LIVED = '--wasm-tiering-budget=180000000';

/** Runs a headless command to its end. */
const run = (script: string, args: string[], env: Record<string, string> = {}): Promise<Ended> =>
	new Promise((resolve) => {
		execFile(
			'node',
			[SHORT_LIVED, '--import', 'tsx', join(root, 'scripts', script), ...args],
			{ cwd: root, env: { ...process.env, ...env } },
			(error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
		);
	});
const score = (args: string[], env?: Record<string, string>): Promise<Ended> => run('score.ts', args, env);
const written = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder)
			.sort()
			.map((f) => [f, readFileSync(join(folder, f), 'utf8')])
	);

beforeAll(() => writeSamples(sample, 'plain'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('npm run score', () => {
	it('writes the same bytes in every locale and time zone, by either engine, however little memory a native one may have', async () => {
		const temp = join(work, 'spill', 'deep');
		const places = [
			{ env: { TZ: 'UTC', LANG: 'C' }, more: ['--forms', join(work, 'forms.html')] },
			{ env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, more: [] },
			{ env: { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8' }, more: [] },
			{ env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, more: ['--engine', 'native'] },
			{
				env: { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' },
				more: ['--engine', 'native', '--memory', '200MB', '--temp', temp]
			}
		];
		const all: Record<string, string>[] = [];
		for (const [i, { env, more }] of places.entries()) {
			const out = join(work, `out${i}`);
			const ended = await score(['--in', sample, '--out', out, '--quarter', '2026Q3', ...more], env);
			expect(ended.code).toBe(0);
			expect(ended.stdout.trim().split('\n')).toHaveLength(i === 0 ? 11 : 10);
			all.push(written(out));
		}
		for (const other of all) expect(other).toEqual(all[0]);
		const [head, ...units] = all[0]!['units.csv']!.replace('\ufeff', '').trim().split('\n');
		expect(head).toBe('unit_kind,unit,name,branch');
		expect(units).toHaveLength(10);
		expect(units[0]).toMatch(/^branch,B01,[^,]+,B01$/);
	});

	it('writes the signed forms of a quarter as one page that asks for nothing', () => {
		const html = readFileSync(join(work, 'forms.html'), 'utf8');
		// of three months a notice, ten branches and three plans each, and the quarter's prizes
		expect(html.match(/class="sheet"/g)).toHaveLength(3 * (1 + 10 + 3) + 1);
		expect(html).not.toMatch(/<script|https?:|src=|url\(/);
		const total = /"?2026-09"?,branch,B01,.*/
			.exec(written(join(work, 'out0'))['totals.csv']!)![0]
			.split(',')[11]!;
		expect(html).toContain(`<td class="right">${Number(total).toFixed(2)}</td>`);
	});

	it('says how it is used where that is asked for, and a month of which there is no data', async () => {
		for (const command of ['score.ts', 'read.ts', 'policy.ts'])
			expect(await run(command, ['--help'])).toMatchObject({ code: 0, stderr: '' });
		expect((await run('policy.ts', ['check', 'x.json', '--lang', 'fr'])).code).toBe(2);
		expect((await run('policy.ts', ['check', 'x.json', '--nonsense'])).code).toBe(2);
		const out = join(work, 'nothing');
		const ended = await score(['--in', sample, '--out', out, '--month', '2031-05', '--strict']);
		expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining('2031-05')]);
		expect(written(out)['warnings.csv']).toContain(',loss,no_period,2031-05,');
	});

	it('ends with 2 on bad arguments, an empty folder and a faulty policy, in one line; with 3 when strict', async () => {
		mkdirSync(join(work, 'empty'), { recursive: true });
		writeFileSync(join(work, 'bad.json'), '{"policy": 1}');
		const later = JSON.parse(readFileSync(join(root, 'data/policies/handbook-1.json'), 'utf8')) as object;
		writeFileSync(join(work, 'later.json'), JSON.stringify({ ...later, in_force_from: '2027-01' }));
		const out = join(work, 'never');
		const cases = [
			['--in', sample, '--out', out, '--policy', join(work, 'later.json')],
			['--in', sample, '--out', out, '--policy', join(root, 'data/specimens/as-printed.json')],
			[],
			['--in', sample],
			['--in', sample, '--out', out, '--month', '2026-13'],
			['--in', sample, '--out', out, '--engine', 'postgres'],
			['--in', sample, '--out', out, '--engine', 'native', '--memory', 'much'],
			['--in', sample, '--out', out, '--engine', 'wasm', '--memory', '1GB'],
			['--in', sample, '--out', out, '--temp', join(work, 'bad.json', 'x')],
			['--in', join(work, 'empty'), '--out', out],
			['--in', join(work, 'nowhere'), '--out', out],
			['--in', sample, '--out', out, '--policy', join(work, 'bad.json')]
		];
		for (const args of cases) {
			const ended = await score(args);
			expect({
				args,
				code: ended.code,
				lines: ended.stderr.trim().split('\n').length,
				out: ended.stdout
			}).toEqual({ args, code: 2, lines: 1, out: '' });
		}
		expect(existsSync(out)).toBe(false);
		expect((await score(['--in', sample, '--out', join(work, 'strict'), '--strict'])).code).toBe(3);
	});

	it('never takes its own results of before for exports', async () => {
		const folder = join(work, 'nested');
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'merits.csv'), 'merit,date,branch,type\nM1,2026-07-01,B01,letter\n');
		const out = join(folder, 'out');
		expect((await score(['--in', folder, '--out', out])).code).toBe(0);
		const first = written(out);
		expect((await score(['--in', folder, '--out', out])).code).toBe(0);
		expect(written(out)).toEqual(first);
		expect(first['intake.csv']!.trim().split('\n')).toHaveLength(2);
	});

	const examples = join(root, '../shared/examples');
	it.skipIf(!existsSync(examples)).each(['plain', 'damaged', 'edge'])(
		'gives what the example quarter %s must give',
		async (name) => {
			const out = join(work, name);
			expect(
				(await score(['--in', join(examples, name, 'in'), '--out', out, '--quarter', '2026Q3'])).code
			).toBe(0);
			const rows = (file: string): Record<string, string>[] =>
				Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
					header: true,
					skipEmptyLines: true
				}).data;
			for (const file of readdirSync(join(examples, name, 'expected'))) {
				const want = rows(join(examples, name, 'expected', file));
				const got = rows(join(out, file)).map((row) =>
					Object.fromEntries(Object.keys(want[0] ?? {}).map((k) => [k, row[k]]))
				);
				expect(got, file).toEqual(want);
			}
		},
		60_000
	);
});

describe('npm run read', () => {
	it('says how a file is understood, and each record', async () => {
		const ended = await run('read.ts', [join(sample, '抽查_2026Q3.txt'), '--rows']);
		const [head, ...rows] = ended.stdout
			.trim()
			.split('\n')
			.map((l) => JSON.parse(l) as Record<string, unknown>);
		expect(head).toMatchObject({
			encoding: 'utf-16le',
			delimiter: 'tab',
			newline: 'CRLF',
			dataset: 'spot_checks',
			preamble: 0,
			warnings: []
		});
		expect(rows).toHaveLength(head!['records'] as number);
		expect(rows.at(-1)).toMatchObject({ reject: 'unknown_value' });
		writeFileSync(join(work, 'photo.csv'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
		expect(await run('read.ts', [join(work, 'photo.csv')])).toMatchObject({ code: 2, stdout: '' });
	});
});

describe('npm run policy', () => {
	it('prints what it finds as CSV, and ends by how bad it is', async () => {
		expect(await run('policy.ts', ['check', join(root, 'data/policies/handbook-1.json')])).toMatchObject({
			code: 0,
			stdout: 'severity,code,scorecard,line,clause,message\n'
		});
		const printed = await run('policy.ts', ['check', join(root, 'data/specimens/as-printed.json')]);
		expect(printed.code).toBe(3);
		expect(printed.stdout).toContain('warning,dimension,service_staff,callback_completion,L153,');
		writeFileSync(join(work, 'no.json'), '{');
		expect(await run('policy.ts', ['check', join(work, 'no.json')])).toMatchObject({ code: 2, stdout: '' });
	});
});
