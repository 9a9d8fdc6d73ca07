import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATASETS } from '../../../src/lib/intake/dataset';
import { PIPELINE } from '../../../src/lib/sql/pipeline';
import type { Row } from '../../../src/lib/engine/engine';
import { caseOf, cleared, stand } from '../../support/random-cases';
import { engine, type TextFile } from '../../support/scored';

const RESULTS = PIPELINE.filter(({ name }) =>
	/^(?:measures\.every|scores\.(?:line|total)|rankings\.(?!span)|awards\.)/.test(name)
).map(({ name }) => name);

/** The records of a file, each key once, in an order. */
function arranged({ path, bytes }: TextFile, order: (rows: string[]) => string[]): TextFile {
	const [head, ...rows] = new TextDecoder().decode(bytes).split('\n');
	const { key } = DATASETS.find(({ dataset }) => path.startsWith(`${dataset}-`))!;
	const places = key.map((column) => head!.split(',').indexOf(column));
	const keyOf = (row: string): string => places.map((at) => row.split(',')[at]).join('|');
	const kept = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
	return { path, bytes: new TextEncoder().encode([head, ...order(kept)].join('\n')) };
}

async function told(): Promise<Record<string, Row[]>> {
	const db = await engine();
	const found: Record<string, Row[]> = {};
	for (const name of RESULTS)
		found[name] = await db.rows(`select columns(*)::varchar from ${name} order by all`);
	return found;
}

describe('the order in which a file has its records', () => {
	const cases = fc.sample(caseOf(150), { numRuns: 4, seed: 11 });
	for (const [at, one] of cases.entries())
		it(`moves no figure, rank or prize: case ${String(at)}`, async () => {
			const db = await engine();
			// where files disagree about a record their order does decide
			const files = one.files.filter(({ path }) => path.endsWith('-1.csv'));
			await stand(db, { ...one, files: files.map((file) => arranged(file, (rows) => rows)) });
			const straight = await told();
			await cleared(db);
			await stand(db, { ...one, files: files.map((file) => arranged(file, (rows) => rows.reverse())) });
			expect(await told()).toEqual(straight);
			await cleared(db);
			expect(straight['measures.every']!.length).toBeGreaterThan(100);
		});
});
