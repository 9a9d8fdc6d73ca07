import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { openNodeEngine } from '../../../src/lib/engine/node';
import { compute, pack, prepare, recompute, warmUp } from '../../../src/lib/compute/run';
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

it('computing once more gives what computing anew gives, and packs its tables now and then', async () => {
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
	// it is looked how much memory the tables take, and they say the same when they are packed
	db.made.refills = 20;
	expect(await made(db, again)).toBe(0);
	expect(db.made.refills).toBe(1);
	const whole = await readResults(db);
	await pack(db, 0);
	expect(await readResults(db)).toEqual(whole);
	await again();
	expect(await readResults(db)).toEqual(whole);
});

it('an engine that computed of nothing, wholly or in part, gives the same of what comes then', async () => {
	const [[facts, policy]] = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy), {
		numRuns: 1,
		seed: 11
	}) as [[Parameters<typeof factsFiles>[0], Parameters<typeof load>[1][number]]];
	const right = await engine();
	await load(factsFiles(facts), [policy], right);
	await compute(right, readSql);
	const results = await readResults(right);
	for (const steps of [0, 30, Infinity]) {
		const db = await openNodeEngine();
		await prepare(db, readSql);
		let left = steps;
		await warmUp(db, readSql, () => left-- > 0);
		expect(db.made.empty).toBe(steps === Infinity);
		await load(factsFiles(facts), [policy], db);
		expect((await made(db, () => recompute(db, readSql))) === 0).toBe(steps === Infinity);
		expect(db.made.empty).toBe(false);
		expect(await readResults(db)).toEqual(results);
		await db.close();
	}
});
