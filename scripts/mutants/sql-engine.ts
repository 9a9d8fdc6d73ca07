import type { Engine } from '../../src/lib/engine/engine';
import { MACROS, PIPELINE } from '../../src/lib/sql/pipeline';
import { readSql } from '../../src/lib/sql/read';
import { seams } from './sql-seams';
import type { SqlMutant } from './sql-mutants';

const KIND = new Map(PIPELINE.map((r) => [r.name, r.kind]));

/** True for what DuckDB says of a statement that it doesn't understand. */
export const isNoSql = (error: unknown): boolean =>
	error instanceof Error && /(?:Binder|Parser|Catalog|Not implemented) Error/.test(error.message);

/** Puts a text in a relation's place, for whatever computes from now on. */
async function stand(db: Engine, relation: string, sql: string): Promise<void> {
	if (relation === MACROS) return db.exec(sql);
	if (KIND.get(relation) === 'view') return db.exec(`create or replace view ${relation} as\n${sql}`);
	const plan = `refill_${relation.replace('.', '_')}`;
	if (db.made.plans.delete(plan)) await db.exec(`deallocate ${plan}`);
	await db.exec(`explain ${sql}`);
}

/** Does something while a mutant stands in its relation's place. */
export async function withMutant<T>(
	db: Engine,
	{ relation, sql }: SqlMutant,
	work: () => Promise<T>
): Promise<T> {
	seams.texts.set(relation, sql);
	try {
		await stand(db, relation, sql);
		return await work();
	} finally {
		seams.texts.delete(relation);
		await stand(db, relation, readSql(relation));
	}
}

/** How many rows a text gives, and a sum over them, whatever their order. Nothing is prepared: a plan keeps the memory of its last run. */
async function told(db: Engine, sql: string): Promise<string> {
	const query = `select count(*)::varchar as rows, sum(hash(one)::hugeint)::varchar as sum from (\n${sql}\n) as one`;
	return JSON.stringify(await db.rows(query));
}

/** Whether a mutant gives other rows than its relation, from what stands in the engine now; `invalid` where it is no SQL. `own` keeps what relations give as long as it stands. */
export async function differs(
	db: Engine,
	mutant: SqlMutant,
	own: Map<string, string>
): Promise<boolean | 'invalid'> {
	const { relation } = mutant;
	if (relation === MACROS) return true;
	if (!own.has(relation)) own.set(relation, await told(db, readSql(relation)));
	try {
		return (await told(db, mutant.sql)) !== own.get(relation);
	} catch (error) {
		return isNoSql(error) ? 'invalid' : true;
	}
}

/** What was deleted from tables in memory is given back with the tables alone: so they are made anew now and then. */
export function freed(db: Engine): void {
	if (seams.sinceMade < 60) return;
	seams.sinceMade = 0;
	db.made.views = false;
}
