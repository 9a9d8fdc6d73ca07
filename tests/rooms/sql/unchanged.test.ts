import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIPELINE } from '../../../src/lib/sql/pipeline';
import { caseOf, cleared, stand } from '../../support/random-cases';
import { fillAsked } from '../../../src/lib/compute/asked';
import { readSql } from '../../../src/lib/sql/read';
import { engine } from '../../support/scored';

/** How many random cases of one seed are held, and seeds of single ones in which many bounds meet that those don't reach (`npm run mutants`). */
const CASES = 8;
const MORE = [2025, 2023, 2032, 2002, 2014, 2027, 2018, 2026, 2028, 2006, 2007];
const RELATIONS = PIPELINE.filter(({ kind }) => kind !== 'input').map(({ name }) => name);

/** The columns of relations, once the sums over them are planned: planning takes longer than summing. */
const planned = new Map<string, string[]>();
const planOf = (relation: string): string => `told_${relation.replace('.', '_')}`;

/** Plans what tells a relation: how many rows, a sum over whole rows, and one over each column, whatever the order. */
async function plan(relation: string): Promise<string[]> {
	const db = await engine();
	const columns = (await db.rows(`describe ${relation}`)).map((c) => String(c['column_name']));
	const sum = (text: string): string => `hex((sum(md5_number_lower(${text})) % 65536)::bigint)`;
	const cell = (column: string): string => `coalesce("${column}"::varchar, '∅')`;
	await fillAsked(db, readSql, [`from ${relation}`]);
	await db.exec(`prepare ${planOf(relation)} as
		select count(*) as rows, ${sum(`concat_ws('|', ${columns.map(cell).join(', ')})`)} as whole, ${columns.map((c, i) => `${sum(cell(c))} as c${String(i)}`).join(', ')} from ${relation}`);
	planned.set(relation, columns);
	return columns;
}

/** What a relation gives, as a line. */
async function told(relation: string): Promise<string> {
	const db = await engine();
	const columns = planned.get(relation) ?? (await plan(relation));
	await fillAsked(db, readSql, [`from ${relation}`]);
	const [row] = await db.rows(`execute ${planOf(relation)}`);
	const { rows, whole } = row!;
	if (Number(rows) === 0) return 'no rows';
	return `${String(rows)} rows ${String(whole)}: ${columns.map((c, i) => `${c} ${String(row![`c${String(i)}`])}`).join(', ')}`;
}

/**
 * Every relation gives what it gave when someone last looked, over random exports of all data sets: that it was right is held by
 * specs and oracles, that nothing moves unseen is held here. Where it should move, `vitest -u` writes the sums anew, and the
 * change shows which relations and columns moved.
 */
describe('what every relation gives of random exports', () => {
	const cases = [
		...fc.sample(caseOf(150), { numRuns: CASES, seed: 7 }),
		...MORE.flatMap((seed) => fc.sample(caseOf(150), { numRuns: 1, seed }))
	];
	const seen = new Set<string>();
	for (const [at, one] of cases.entries())
		it(`is what it was: case ${String(at)}`, async () => {
			const db = await engine();
			await stand(db, one);
			const lines: string[] = [];
			for (const name of RELATIONS) {
				const line = await told(name);
				if (line !== 'no rows') seen.add(name);
				lines.push(`${name}: ${line}`);
			}
			await cleared(db);
			await expect(lines.join('\n') + '\n').toMatchFileSnapshot(
				fileURLToPath(new URL(`unchanged/${String(at)}.txt`, import.meta.url))
			);
		});
	it('has rows of each in one case at least', () => {
		expect(RELATIONS.filter((name) => !seen.has(name))).toEqual([]);
	});
});
