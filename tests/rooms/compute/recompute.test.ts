import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { compute, recompute } from '../../../src/lib/compute/run';
import { readResults } from '../../../src/lib/compute/results';
import { readSql } from '../../../src/lib/sql/read';
import { arbitraryFacts, arbitraryPolicy } from '../../support/arbitrary';
import { factsFiles } from '../../support/facts-files';
import { engine, load } from '../../support/scored';

/** How many tables are made anew while something is done. */
async function made(db: Engine, work: () => Promise<void>): Promise<number> {
	const own = db.exec.bind(db);
	let tables = 0;
	db.exec = (sql) => {
		if (sql.startsWith('create or replace table')) tables++;
		return own(sql);
	};
	await work().finally(() => (db.exec = own));
	return tables;
}

it('computing once more gives what computing anew gives, and makes tables anew now and then', async () => {
	const db = await engine();
	const again = (): Promise<void> => recompute(db, readSql);
	const sets = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy), { numRuns: 4, seed: 7 });
	await load(factsFiles(sets[0]![0]), [sets[0]![1]], db);
	await compute(db, readSql);
	expect(db.made.refills).toBe(0);
	for (const [facts, policy] of sets.slice(1)) {
		await load(factsFiles(facts), [policy], db);
		expect(await made(db, again)).toBe(0);
		const filled = await readResults(db);
		expect(filled.totals.length).toBeGreaterThan(0);
		await compute(db, readSql);
		expect(filled).toEqual(await readResults(db));
	}
	// what is deleted from a table is given back with the table alone
	db.made.refills = 19;
	expect(await made(db, again)).toBe(0);
	expect(await made(db, again)).toBeGreaterThan(10);
	expect(db.made.refills).toBe(0);
});
