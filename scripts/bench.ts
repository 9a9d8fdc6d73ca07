import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growthChart } from './bench/chart';
import { callbacksFile } from './bench/files';
import { growth } from './bench/growth';
import { native } from './bench/native';
import { nodeStages } from './bench/node';
import { imported, papa, whatIf, type PageRun } from './bench/page';
import { DATE, growthOf, growthTable, MACHINE, reportOf, stagesOf, type Measured } from './bench/table';
import { help } from './args';

help(`npm run bench: measures import, every stage of it and what-if, and writes the table into the README
  --rows N       callbacks of the import (1000000)
  --repeats N    interleaved runs, of which the medians count (3)
  --what-if      what-if alone, no import
  --growth       how import grows: rows, months in turn, branches
  --json FILE    all of it as JSON`);

const { values } = parseArgs({
	options: {
		rows: { type: 'string', default: '1000000' },
		repeats: { type: 'string', default: '3' },
		'what-if': { type: 'boolean', default: false },
		growth: { type: 'boolean', default: false },
		json: { type: 'string' }
	}
});
const README = new URL('../README.md', import.meta.url);
const DOCS = new URL('../docs/', import.meta.url);
/** Branches × months of the what-if runs. */
const CHAINS = [
	[50, 12],
	[500, 3],
	[500, 12]
] as const;

const middle = <T>(list: T[], by: (t: T) => number): T =>
	[...list].sort((a, b) => by(a) - by(b))[Math.floor(list.length / 2)]!;
const median = (list: number[]): number => middle(list, Number);
const keep = (found: object): void => {
	if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(found, null, '\t') + '\n');
};

/** Puts a text between a page's marks. */
function between(page: URL, mark: string, text: string): void {
	const marks = new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`);
	const put = `<!-- ${mark} -->\n${text}\n<!-- /${mark} -->`;
	writeFileSync(
		page,
		readFileSync(page, 'utf8').replace(marks, () => put)
	);
}

async function whatIfs(): Promise<Measured['what_if']> {
	const found: Measured['what_if'] = {};
	for (const [branches, months] of CHAINS) {
		const changes = await whatIf(branches, months);
		const at = (share: number): number => Math.round(changes[Math.floor(share * (changes.length - 1))]!);
		found[`${String(branches)}x${String(months)}`] = { median_ms: at(0.5), p95_ms: at(0.95) };
	}
	return found;
}

async function imports(): Promise<Measured> {
	const [rows, repeats] = [Number(values.rows), Number(values.repeats)];
	const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'));
	try {
		const file = await callbacksFile(join(folder, 'callbacks.csv'), rows);
		const runs: PageRun[] = [];
		const atOnce: number[] = [];
		const others: Record<'papa' | 'two' | 'one', number[]> = { papa: [], two: [], one: [] };
		for (let i = 0; i < repeats; i++) {
			runs.push(await imported([file], true));
			atOnce.push((await imported([file])).seconds);
			others.papa.push(await papa(file));
			others.two.push(await native(file, 2));
			others.one.push(await native(file, 1));
		}
		const run = middle(runs, (r) => r.seconds);
		return {
			machine: MACHINE,
			date: DATE,
			rows,
			repeats,
			kaohe_s: run.seconds,
			at_once_s: median(atOnce),
			native2_s: median(others.two),
			native1_s: median(others.one),
			papa_s: median(others.papa),
			peak_mb: run.peak_mb,
			stages: {
				...run.stages,
				...Object.fromEntries(
					Object.entries(await nodeStages(file)).map(([name, ms]) => [`node:${name}`, ms])
				)
			},
			what_if: {}
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

if (values.growth) {
	const found = await growth();
	console.log(growthOf(found));
	keep(found);
	writeFileSync(new URL('growth.svg', DOCS), growthChart(found));
	between(new URL('scale.md', DOCS), 'growth', growthTable(found));
} else if (values['what-if']) {
	const found = { what_if: await whatIfs() };
	console.log(JSON.stringify(found, null, '\t'));
	keep(found);
} else {
	const found: Measured = { ...(await imports()), what_if: await whatIfs() };
	const report = reportOf(found);
	console.log(`${report}\n\n${stagesOf(found)}`);
	keep(found);
	between(README, 'bench', report);
}
