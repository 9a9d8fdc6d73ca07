import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readSql } from '../src/lib/sql/read';
import { compute, loadPolicies, prepare } from '../src/lib/compute/run';
import { policyTables } from '../src/lib/policy/tables';
import { openNativeEngine } from '../tests/support/native';
import { openStage } from '../tests/support/page';
import { readPolicies } from './read-policies';
import { random } from './samples/random';
import { help } from './args';

help('npm run bench: measures import, computing and what-if, and writes them into the README');

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const REPEATS = Number(process.env['BENCH_REPEATS'] ?? 3);
const README = new URL('../README.md', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'));
const file = join(folder, 'callbacks.csv');

/** A month of callbacks as a system would export them, about 90 bytes a row. */
function makeFile(): void {
	const draw = random(1);
	const pick = (list: string[]): string => list[draw.below(list.length)]!;
	const two = (n: number): string => String(n).padStart(2, '0');
	const lines = ['callback,branch,person,customer,class,called_at,channel,result,satisfaction,note'];
	for (let i = 0; i < ROWS; i++) {
		const branch = `B${two(draw.below(50))}`;
		const at = `2026-0${String(7 + draw.below(3))}-${two(1 + draw.below(28))} ${two(8 + draw.below(10))}:${two(draw.below(60))}:${two(draw.below(60))}`;
		lines.push(
			`HF${String(i).padStart(8, '0')},${branch},${branch}-0${String(draw.below(8))},客户${String(draw.below(10000))},${pick(['product', 'hotline', 'other'])},${at},电话,${pick(['reached', 'reached', 'not_reached'])},${pick(['4', '5', '3', '', ''])},${pick(['', '', '"电梯,维修"', '请下周再联系并说明处理结果'])}`
		);
	}
	writeFileSync(file, lines.join('\n') + '\n');
}

const COLUMNS = [
	'callback',
	'branch',
	'person',
	'customer',
	'class',
	'called_at',
	'channel',
	'result',
	'satisfaction',
	'note'
];
const READ = `insert into staging.callback by name
	select callback, branch, person, customer, class, class as class_text,
		strptime(called_at, '%Y-%m-%d %H:%M:%S') as called_at,
		if(channel = '电话', 'phone', null) as channel, channel as channel_text,
		result, result as result_text, satisfaction, satisfaction as satisfaction_text, note,
		0 as source_file, row_number() over () as source_record, 1 + row_number() over () as source_line
	from read_csv('${file}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', parallel = true,
		columns = {${COLUMNS.map((c) => `'${c}': 'VARCHAR'`).join(', ')}})`;

/** Seconds from the CSV to the scores in native DuckDB. */
async function native(threads: number): Promise<number> {
	const engine = await openNativeEngine(threads);
	await prepare(engine, readSql);
	await loadPolicies(engine, policyTables(readPolicies()));
	const start = performance.now();
	await engine.exec(READ);
	await engine.exec(`insert into staging.file values (0, 'callbacks.csv', 'callbacks', 0)`);
	await compute(engine, readSql);
	const seconds = (performance.now() - start) / 1000;
	await engine.close();
	return seconds;
}

/** Seconds from choosing the file to the scores on the page, and from the file to PapaParse's objects counted in a Map. */
async function browser(): Promise<{ app: number; papa: number }> {
	const stage = await openStage({ asUsed: true });
	const { page } = stage;
	await page.goto(`${stage.base}/import`);
	const start = performance.now();
	await page.getByTestId('files').setInputFiles(file);
	await page.getByText('数据到齐了吗').waitFor({ timeout: 300_000 });
	const app = (performance.now() - start) / 1000;
	await stage.close();
	const second = await openStage({ asUsed: true });
	const script = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');
	await second.page.setContent('<input type="file">');
	await second.page.evaluate(`globalThis.__name = (f) => f; ${script}`);
	await second.page.locator('input').setInputFiles(file);
	const papa = await second.page.evaluate(async () => {
		const begun = performance.now();
		const text = await document.querySelector('input')!.files![0]!.text();
		const counts = new Map<string, number>();
		const parser = (globalThis as unknown as { Papa: { parse: (t: string, o: object) => void } }).Papa;
		parser.parse(text, {
			header: true,
			skipEmptyLines: true,
			step: ({ data }: { data: Record<string, string> }) => {
				const key = `${data['branch']!}|${data['called_at']!.slice(0, 7)}|${data['result']!}|${data['satisfaction']!}`;
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
		});
		return (performance.now() - begun) / 1000;
	});
	await second.close();
	return { app, papa };
}

/** Branches × months of the what-if runs. */
const CHAINS = [
	[50, 12],
	[500, 3],
	[500, 12]
] as const;
const CHANGES = 40;

/** A year of a large chain: attendance, callbacks, complaints and checks of every branch and month. */
function chainFiles(folder_: string, branches: number, months: number): string[] {
	const draw = random(2);
	const two = (n: number): string => String(n).padStart(2, '0');
	const rows: Record<string, string[]> = {
		attendance: ['month,branch,person,due_days,attended_days'],
		callbacks: ['callback,branch,person,called_at,result,satisfaction'],
		tickets: ['ticket,branch,kind,received_at,resolved_at'],
		spot_checks: ['check,branch,checked_at,subject,passed']
	};
	for (let b = 0; b < branches; b++)
		for (let m = 13 - months; m <= 12; m++) {
			const branch = `B${String(b).padStart(3, '0')}`;
			const month = `2026-${two(m)}`;
			const id = `${branch}-${two(m)}`;
			rows['attendance']!.push(`${month},${branch},${branch}-1,0.1,0.1`);
			for (let i = 0; i < 20; i++)
				rows['callbacks']!.push(
					`H${id}-${String(i)},${branch},${branch}-1,${month}-05 10:00:00,reached,${String(3 + draw.below(3))}`
				);
			for (let i = 0; i < 4; i++)
				rows['tickets']!.push(
					`T${id}-${String(i)},${branch},complaint,${month}-05 10:00:00,${draw.below(9) === 0 ? '' : `${month}-06 10:00:00`}`
				);
			for (let i = 0; i < 4; i++)
				rows['spot_checks']!.push(
					`K${id}-${String(i)},${branch},${month}-0${String(1 + i * 2)},service_skill,${draw.below(4) === 0 ? 'no' : 'yes'}`
				);
		}
	return Object.entries(rows).map(([name, lines]) => {
		const path = join(folder_, `${name}.csv`);
		writeFileSync(path, lines.join('\n') + '\n');
		return path;
	});
}

/** Milliseconds from a slider's input event to the frame that shows its effect, over many changes. */
async function whatIf(branches: number, months: number): Promise<number[]> {
	const chain = mkdtempSync(join(tmpdir(), 'kaohe-chain-'));
	const stage = await openStage({ asUsed: true });
	const { page } = stage;
	try {
		await page.goto(`${stage.base}/import`);
		await page.getByTestId('files').setInputFiles(chainFiles(chain, branches, months));
		await page.getByText('数据到齐了吗').waitFor({ timeout: 300_000 });
		await page.getByRole('link', { name: '规则' }).click();
		await page.getByRole('link', { name: '改一份' }).click();
		await page.getByTestId('effects').waitFor({ timeout: 60_000 });
		await page.evaluate('globalThis.__name = (f) => f');
		return await page.evaluate(async (changes) => {
			const slider = document.querySelector<HTMLInputElement>('#edit-callback_completion input[type=range]')!;
			const shown = document.querySelector('aside')!;
			const times: number[] = [];
			for (let i = 0; i < changes; i++) {
				await new Promise((r) => setTimeout(r, 700));
				const settled = (): boolean => shown.querySelector('section[aria-busy=true]') === null;
				const begun = performance.now();
				slider.value = String(5 + (i % 5));
				slider.dispatchEvent(new Event('input', { bubbles: true }));
				await new Promise<void>((done) => {
					const look = (): void => {
						if (settled()) requestAnimationFrame(() => done());
						else setTimeout(look, 2);
					};
					setTimeout(look, 4);
				});
				times.push(performance.now() - begun);
			}
			return times;
		}, CHANGES);
	} finally {
		await stage.close();
		rmSync(chain, { recursive: true, force: true });
	}
}

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/** A sentence on every size of chain. */
async function whatIfs(): Promise<string> {
	const found: string[] = [];
	for (const [branches, months] of CHAINS) {
		const changes = (await whatIf(branches, months)).sort((a, b) => a - b);
		const at = (share: number): string => changes[Math.floor(share * (changes.length - 1))]!.toFixed(0);
		found.push(`${String(branches)} × ${String(months)}: ${at(0.5)} ms and ${at(0.95)} ms`);
	}
	return `What-if, the quarter on the screen scored anew, from a slider's input event to the frame that shows its effect (median and 95 % of ${String(CHANGES)} changes), by branches × months: ${found.join('; ')}.`;
}

if (process.argv[2] === 'what-if') {
	console.log(await whatIfs());
	process.exit(0);
}
makeFile();
const times: Record<string, number[]> = { app: [], papa: [], one: [], two: [] };
for (let i = 0; i < REPEATS; i++) {
	const { app, papa } = await browser();
	times['app']!.push(app);
	times['papa']!.push(papa);
	times['two']!.push(await native(2));
	times['one']!.push(await native(1));
}
rmSync(folder, { recursive: true, force: true });
const effects = await whatIfs();
const [app, papa, one, two] = ['app', 'papa', 'one', 'two'].map((k) => median(times[k]!)) as [
	number,
	number,
	number,
	number
];
const report = [
	`${ROWS.toLocaleString('en-US')} callbacks, medians of ${String(REPEATS)} interleaved runs, ${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GB, ${new Date().toISOString().slice(0, 10)}:`,
	'',
	'| | seconds | Kaohe in Chromium takes |',
	'|---|---|---|',
	`| Kaohe: file chosen → scores shown and kept, engine start included | ${app.toFixed(2)} | 1 |`,
	`| native DuckDB, two threads: CSV → same scores | ${two.toFixed(2)} | ${(app / two).toFixed(2)} times as long |`,
	`| native DuckDB, one thread | ${one.toFixed(2)} | ${(app / one).toFixed(2)} times as long |`,
	`| PapaParse objects with a Map (counts alone, no scores) | ${papa.toFixed(2)} | ${(app / papa).toFixed(2)} times as long |`,
	'',
	effects
].join('\n');
console.log(report);
const readme = readFileSync(README, 'utf8');
writeFileSync(
	README,
	readme.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, `<!-- bench -->\n${report}\n<!-- /bench -->`)
);
