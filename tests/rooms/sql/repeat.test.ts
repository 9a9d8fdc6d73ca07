import { describe, expect, it } from 'vitest';
import { DATASETS, datasetOf } from '../../../src/lib/intake/dataset';
import { listFiles } from '../../../src/lib/compute/inputs';
import { policyWith } from '../../support/policy';
import { computed, engine, load } from '../../support/scored';

/** Branches of one key in files of these names, each with its file's name as the branch's. */
const told = (...paths: string[]) =>
	paths.map((path) => ({
		path,
		bytes: new TextEncoder().encode(`branch,name\nB1,${path}\nB1,${path} again\n`)
	}));

/** The name that stands for B1, and how every other record of it is called, where files come in this order of precedence. */
async function standing(precedence: Record<string, number>): Promise<string[]> {
	const db = await engine();
	const read = await load(told(...Object.keys(precedence)), [policyWith()]);
	await listFiles(
		db,
		read.map((file) => ({ ...file, precedence: precedence[file.path]! }))
	);
	await computed(db);
	const rows = await db.rows(`select name from facts.branch`);
	const others = await db.rows(
		`select file.path || ' ' || source_record || ' ' || kind || ' of ' || first.path || ' ' || first_record as said
		from checks.repeat join staging.file using (source_file) join staging.file as first on first.source_file = first_file
		order by 1`
	);
	return [...rows.map((r) => String(r['name'])), ...others.map((r) => String(r['said']))];
}

describe('where two records of one key disagree', () => {
	it('the file of the higher precedence stands, else the first by name, and of a file its first record', async () => {
		expect(await standing({ 'a.csv': 0, 'b.csv': 0 })).toEqual([
			'a.csv',
			'a.csv 2 conflict of a.csv 1',
			'b.csv 1 conflict of a.csv 1',
			'b.csv 2 conflict of a.csv 1'
		]);
		expect(await standing({ 'a.csv': 0, 'b.csv': 1 })).toEqual([
			'b.csv',
			'a.csv 1 conflict of b.csv 1',
			'a.csv 2 conflict of b.csv 1',
			'b.csv 2 conflict of b.csv 1'
		]);
		expect((await standing({ 'a.csv': 2, 'b.csv': 1, 'c.csv': 3 }))[0]).toBe('c.csv');
		expect((await standing({ 'a.csv': -1, 'b.csv': 0 }))[0]).toBe('b.csv');
		expect((await standing({ 'b.csv': 0, 'a.csv': 0 }))[0]).toBe('a.csv');
	});
});

/** The header of a data set, an example record, and two of other keys. */
function examples(name: string): [string, string, string, string] {
	const { example, columns } = datasetOf(name);
	const header = Object.keys(example);
	const isKey = (column: string): boolean =>
		['id', 'branch', 'person'].includes(columns.find((c) => c.column === column)!.type) ||
		['customer', 'group'].includes(column);
	const other = (end: string): string[] =>
		header.map((c) => (isKey(c) && example[c] ? `${example[c]}${end}` : example[c]!));
	const line = (cells: string[]): string => cells.map((v) => `"${v}"`).join(',');
	return [header.join(','), line(header.map((c) => example[c]!)), line(other('8')), line(other('9'))];
}

describe('a record that another file has, too', () => {
	it.each(DATASETS.map((d) => [d.dataset, d.relation]))(
		'counts once, in %s as everywhere, and its neighbours as well',
		async (dataset, relation) => {
			const [header, one, other, third] = examples(dataset);
			const file = (path: string, ...lines: string[]) => ({
				path,
				bytes: new TextEncoder().encode([header, ...lines, ''].join('\n'))
			});
			const db = await engine();
			const read = await load([file('a.csv', one, third), file('b.csv', other, one)], [policyWith()]);
			expect(read.map((f) => [f.dataset, f.rejects.length])).toEqual([
				[dataset, 0],
				[dataset, 0]
			]);
			await computed(db);
			const of = async (from: string): Promise<string[]> => {
				const rows = await db.rows(
					`select path || ' ' || source_record as place from ${from} join staging.file using (source_file) order by 1`
				);
				return rows.map((r) => String(r['place']));
			};
			expect(await of(`facts.${relation}`)).toEqual(['a.csv 1', 'a.csv 2', 'b.csv 1']);
			expect(await of(`(from checks.repeat where kind = 'duplicate' and dataset = '${dataset}')`)).toEqual([
				'b.csv 2'
			]);
		}
	);
});

describe('records without a key', () => {
	it('all count: two marks of raters who give no name are two', async () => {
		const text = 'month,branch,role,score(100分制)\n2026-10,B01,leader,90\n2026-10,B01,leader,90\n';
		const db = await engine();
		await load([{ path: 'ratings.csv', bytes: new TextEncoder().encode(text) }], [policyWith()]);
		await computed(db);
		const rows = await db.rows(
			'select (select count(*) from facts.rating)::integer as stand, (select count(*) from checks.repeat)::integer as repeats'
		);
		expect(rows).toEqual([{ stand: 2, repeats: 0 }]);
	});
});
