import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { lackingDatasets, loadSources } from '../../../scripts/headless';
import type { Engine } from '../../../src/lib/engine/engine';
import { readResult } from '../../../src/lib/compute/results';
import { choosePolicies } from '../../../src/lib/compute/inputs';
import { DATASETS, datasetOf } from '../../../src/lib/intake/dataset';
import { bytesSource } from '../../../src/lib/intake/source';
import { policyTables } from '../../../src/lib/policy/tables';
import { goodFolder, type Table } from '../../support/good-folder';
import { policyWith } from '../../support/policy';
import { computed, emptied, engine } from '../../support/scored';

const GOOD = goodFolder();
const NAMES = Object.keys(GOOD);
const policies = [policyWith()];

type File = [path: string, bytes: Uint8Array];
const csv = (table: Table): Uint8Array => new TextEncoder().encode(Papa.unparse(table, { newline: '\n' }));
const filesOf = (folder: Record<string, Table>): File[] =>
	Object.entries(folder).map(([name, table]) => [`${name}.csv`, csv(table)]);

interface Scored {
	/** Totals of the units that are `ok`, by month and unit. */
	totals: Map<string, string>;
	/** Whether `--strict` would end with 3. */
	strict: boolean;
}

/** Does something with an engine that holds no files, and leaves it so. */
async function within<T>(work: (db: Engine) => Promise<T>): Promise<T> {
	const db = await engine();
	try {
		return await work(db);
	} finally {
		await emptied(db);
		await choosePolicies(db, policyTables(policies));
	}
}

/** Whether reading files said of something that it is lost. */
async function isLost(db: Engine, files: File[]): Promise<boolean> {
	const loaded = await loadSources(
		db,
		files.map(([path, bytes]) => bytesSource(path, bytes)),
		{ policies, settings: [], none: [], month: null, unit: 'branch' }
	);
	return (
		loaded.warnings.some((w) => w.warning.severity === 'loss') ||
		loaded.files.some((f) => f.rejects.length > 0)
	);
}

/** Scores files as the headless command does. */
async function scoredIn(db: Engine, files: File[]): Promise<Scored> {
	const lost = await isLost(db, files);
	await computed(db, ['from scores.total']);
	const rows = (await readResult(db, 'totals')).filter((r) => r['unit_kind'] === 'branch');
	const conflicts = await db.rows(`select 1 as one from checks.repeat where kind = 'conflict' limit 1`);
	const ok = rows.filter((r) => r['status'] === 'ok');
	return {
		totals: new Map(ok.map((r) => [`${r['month']} ${r['unit']}`, String(r['total'])])),
		strict:
			lost ||
			ok.length < rows.length ||
			conflicts.length > 0 ||
			(await lackingDatasets(db, () => true)).length > 0
	};
}

const scored = (files: File[]): Promise<Scored> => within((db) => scoredIn(db, files));

let right: Scored;
beforeAll(async () => {
	const db = await engine();
	await emptied(db);
	await choosePolicies(db, policyTables(policies));
	await computed(db);
	right = await scored(filesOf(GOOD));
});

/** The units that damage scores otherwise without a word; none where it is seen: as the damaged file is read, of which most tells, or once all are scored. */
async function unseen(name: string, dataset: string, damaged: File | null): Promise<string[]> {
	if (damaged && (await within((db) => isLost(db, [damaged])))) return [];
	const found = await scored(withTable(dataset, damaged));
	if (found.strict) return [];
	return [...found.totals]
		.filter(([unit, total]) => right.totals.get(unit) !== total)
		.map(([unit, total]) => `${name}: ${unit} ${total} in place of ${right.totals.get(unit) ?? 'none'}`);
}

/** The good files with one data set's in another form. */
const withTable = (dataset: string, file: File | null): File[] => [
	...filesOf(GOOD).filter(([path]) => path !== `${dataset}.csv`),
	...(file ? [file] : [])
];
/** Of these none is normal: that a whole file is left out can't be told. */
const MAY_LACK = ['merits', 'audits', 'reports', 'branches', 'people'];
const SPOILS = ['#N/A', '=A1', '2026.1', '\ufffd', '3月1日', '', '1E+17'];

describe('damage to a good folder', () => {
	it('is no damage where there is none', () => {
		expect(right.strict).toBe(false);
		expect([...right.totals.keys()]).toEqual(['2026-08 101', '2026-08 102']);
	});

	it.each(filesOf(GOOD))('%s is no damage by itself', async (...file) => {
		expect(await within((db) => isLost(db, [file]))).toBe(false);
	});

	it.each(NAMES)('%s: a column dropped, renamed or doubled', async (dataset) => {
		const table = GOOD[dataset]!;
		const found: string[] = [];
		for (const [i, column] of table[0]!.entries()) {
			const others = [...table.slice(2), table[1]!];
			const forms: Record<string, Table> = {
				dropped: table.map((row) => row.filter((_, c) => c !== i)),
				renamed: table.map((row, r) => (r === 0 ? row.map((h, c) => (c === i ? '某某列' : h)) : row)),
				doubled: table.map((row, r) => [
					...row.slice(0, i),
					r === 0 ? column : others[r - 1]![i]!,
					...row.slice(i)
				])
			};
			for (const [how, changed] of Object.entries(forms))
				found.push(...(await unseen(`${column} ${how}`, dataset, [`${dataset}.csv`, csv(changed)])));
		}
		expect(found).toEqual([]);
	});

	it.each(NAMES)(
		'%s: a sheet hidden, split or encrypted, formulas, errors, a file left out',
		async (dataset) => {
			const rows = GOOD[dataset]!;
			const half = Math.ceil(rows.length / 2);
			const last = rows[0]!.length - 1;
			const everySecond = (cell: Partial<Cell>): Map<string, Partial<Cell>> =>
				new Map(
					rows
						.slice(1)
						.flatMap((_, r) => (r % 2 === 0 ? [[`${String(r + 1)},${String(last)}`, cell] as const] : []))
				);
			const book = async (sheets: WriteSheet[], more: object = {}): Promise<File> => [
				`${dataset}.xlsx`,
				await writeXlsx({ sheets, ...more })
			];
			const sheet: WriteSheet = { name: '数据', rows };
			const split = await book([
				{ name: '一', rows: rows.slice(0, half) },
				{ name: '二', rows: [rows[0]!, ...rows.slice(half)] }
			]);
			const forms: Record<string, File | null> = {
				split,
				hidden: await book([
					{ name: '说明', rows: [['本表由系统导出']] },
					{ ...sheet, hidden: true }
				]),
				encrypted: await book([sheet], { encryption: { password: 'p', spinCount: 10 } }),
				formulas: await book([
					{ ...sheet, cells: everySecond({ value: null, type: 'formula', formula: 'A1&""' }) }
				]),
				errors: await book([{ ...sheet, cells: everySecond({ value: '#N/A', type: 'error' }) }]),
				pdf: [`${dataset}.pdf`, new TextEncoder().encode('%PDF-1.7')],
				...(MAY_LACK.includes(dataset) ? {} : { 'left out': null })
			};
			const found: string[] = [];
			for (const [name, file] of Object.entries(forms)) found.push(...(await unseen(name, dataset, file)));
			expect(found).toEqual([]);
			// a table split over two sheets is all there
			expect((await scored(withTable(dataset, split))).totals).toEqual(right.totals);
		}
	);

	it.each(NAMES)('%s: half of the records spoiled', async (dataset) => {
		const table = GOOD[dataset]!;
		const half = (spoil: (row: string[]) => string[]): Table =>
			table.map((row, r) => (r > 0 && r % 2 === 1 ? spoil(row) : row));
		const found: string[] = [];
		for (const [i, column] of table[0]!.entries()) {
			const { required, type } = datasetOf(dataset).columns.find((c) => c.column === column)!;
			// an optional cell may be empty; a remark and an id say what they say
			const harmless =
				type === 'text' ? ['2026.1', '3月1日', '1E+17', '\ufffd'] : type === 'id' ? ['2026.1'] : [];
			const spoils = SPOILS.filter((s) => !harmless.includes(s) && (s !== '' || required === true));
			for (const spoil of spoils) {
				const spoiled = half((row) => row.map((v, c) => (c === i ? spoil : v)));
				found.push(...(await unseen(`${column} ${spoil}`, dataset, [`${dataset}.csv`, csv(spoiled)])));
			}
		}
		const short = half((row) => row.slice(0, -1));
		found.push(...(await unseen('a cell short', dataset, [`${dataset}.csv`, csv(short)])));
		expect(found).toEqual([]);
	});
});

/** Ways in which a cell can be decorated so that a person sees no difference. */
const DECORATIONS: Record<string, (cell: string) => string> = {
	'zero width': (cell) => `\u200b${cell.slice(0, 1)}\u200d\u2060${cell.slice(1)}\ufeff`,
	'direction marks': (cell) => `\u200e\u202a${cell}\u202c\u200f`,
	'soft hyphens': (cell) => `${cell.slice(0, 1)}\u00ad${cell.slice(1)}`,
	'odd spaces': (cell) => `\u00a0\u3000${cell}\u00a0\u2003`,
	'full width': (cell) => cell.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
	'the mark of Excel': (cell) => `'${cell}`,
	'wrapped for Excel': (cell) => `="${cell}"`
};

/** The facts of all data sets, but for the file they stand in. */
const facts = (files: File[]): Promise<Record<string, unknown[]>> =>
	within(async (db) => {
		await isLost(db, files);
		const all: Record<string, unknown[]> = {};
		for (const { dataset, relation } of DATASETS.filter((d) => NAMES.includes(d.dataset)))
			all[dataset] = await db.rows(
				`select columns(* exclude (source_file))::varchar from staging.${relation} order by source_record`
			);
		return all;
	});

/** The good folder with its cells changed. */
const changed = (change: (cell: string, dataset: string, row: number, column: string) => string): File[] =>
	filesOf(
		Object.fromEntries(
			Object.entries(GOOD).map(([name, table]) => [
				name,
				table.map((row, r) => row.map((cell, c) => (cell === '' ? '' : change(cell, name, r, table[0]![c]!))))
			])
		)
	);

describe('decoration', () => {
	it.each(Object.entries(DECORATIONS))('%s over any column leaves every fact equal', async (_, decorate) => {
		const plain = await facts(filesOf(GOOD));
		expect(plain['callbacks']).toHaveLength(GOOD['callbacks']!.length - 1);
		expect(await facts(changed((cell) => decorate(cell)))).toEqual(plain);
	});

	it('.0 behind ids that are whole numbers leaves every fact equal', async () => {
		const isId = (dataset: string, column: string): boolean =>
			['id', 'branch', 'person'].includes(datasetOf(dataset).columns.find((c) => c.column === column)!.type);
		const files = changed((cell, dataset, r, column) =>
			r > 0 && isId(dataset, column) ? `${cell}.0` : cell
		);
		expect(await facts(files)).toEqual(await facts(filesOf(GOOD)));
	});
});
