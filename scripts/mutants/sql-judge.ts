import type { Engine } from '../../src/lib/engine/engine';
import type { Case } from './sql-cases';
import { differs, freed, isNoSql, withMutant } from './sql-engine';
import { sqlMutants, type SqlMutant } from './sql-mutants';
import { seams } from './sql-seams';
import { idOf, type Fate, type Judged } from './mutant';

/** How many tests of a batch a mutant is put to, of those in which it gives other rows. */
const MOST = 4;
/** Tests are looked through in such batches; those that take long, the random recomputations, are one of their own: they look at every column, where a spec looks at few. */
const BATCHES = [40, 80, Infinity];
const LONG = 4000;

/** Puts mutants to the tests that look at their relation, those alone in which it gives other rows; `wanted` are their names. */
export async function judge(db: Engine, cases: Case[], wanted: string[]): Promise<Judged[]> {
	const chosen = new Set(wanted);
	const alive = new Set(sqlMutants().filter((m) => chosen.has(idOf(m))));
	const judged: Judged[] = [];
	const settle = (mutant: SqlMutant, fate: Fate, by?: string): void => {
		const { relation: _, sql: __, ...own } = mutant;
		judged.push({ ...own, fate, by });
		alive.delete(mutant);
	};
	say(`${String(cases.length)} groups of tests, ${String(alive.size)} mutants`);
	let at = 0;
	const short = cases.filter((one) => one.takes < LONG);
	const batches = BATCHES.map((size) => short.slice(at, (at += size)));
	for (const batch of [...batches, cases.filter((one) => one.takes >= LONG)]) {
		const found = new Map<SqlMutant, Case[]>();
		for (const one of batch) {
			const open = new Set(
				[...alive].filter((m) => one.reads.has(m.relation) && (found.get(m)?.length ?? 0) < MOST)
			);
			seams.onStanding = async () => {
				const own = new Map<string, string>();
				for (const mutant of open) {
					const said = await differs(db, mutant, own);
					if (said === 'invalid') settle(mutant, 'invalid');
					if (said === true) found.set(mutant, [...(found.get(mutant) ?? []), one]);
					if (said !== false) open.delete(mutant);
				}
			};
			freed(db);
			if (open.size > 0) await one.run();
		}
		seams.onStanding = () => Promise.resolve();
		say(
			`${String(found.size)} of ${String(alive.size)} give other rows in the next ${String(batch.length)} tests`
		);
		await putAll(db, found, settle);
		say(`${String(alive.size)} alive`);
	}
	for (const mutant of [...alive]) settle(mutant, 'alive');
	return judged;
}

const say = (text: string): void => console.log(`${String(Math.round(performance.now() / 1000))} s: ${text}`);

/** Puts each mutant to its tests, first to those that noticed most of its relation so far, until one notices it. */
async function putAll(
	db: Engine,
	found: Map<SqlMutant, Case[]>,
	settle: (mutant: SqlMutant, fate: Fate, by: string) => void
): Promise<void> {
	const kills = new Map<string, number>();
	const key = (one: Case, mutant: SqlMutant): string => `${mutant.relation} ${one.name}`;
	const worth = (one: Case, mutant: SqlMutant): number =>
		one.takes / (1 + (kills.get(key(one, mutant)) ?? 0));
	for (const [mutant, where] of found)
		for (const one of where.sort((a, b) => worth(a, mutant) - worth(b, mutant))) {
			freed(db);
			const fate = await put(db, mutant, one);
			if (fate === 'alive') continue;
			settle(mutant, fate, one.name);
			kills.set(key(one, mutant), (kills.get(key(one, mutant)) ?? 0) + 1);
			break;
		}
}

async function put(db: Engine, mutant: SqlMutant, one: Case): Promise<Fate> {
	try {
		await withMutant(db, mutant, one.run);
		return 'alive';
	} catch (error) {
		return isNoSql(error) ? 'invalid' : 'killed';
	}
}
