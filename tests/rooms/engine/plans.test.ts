import { expect, it } from 'vitest';
import { openNodeEngine } from '../../../src/lib/engine/node';

it('a plan with a range join of many rows serves more than once', async () => {
	const db = await openNodeEngine();
	const count = async (): Promise<unknown> =>
		(await db.rows('select count(*)::integer as n from answer'))[0]!['n'];
	await db.exec(`create table given as select i as day from range(20000) as t (i);
		create table span as select i * 3 as first, i * 3 + 3 as final from range(6000) as t (i);
		create table answer (day bigint, first bigint);
		prepare fill as insert into answer select day, first from given join span on day >= first and day < final`);
	for (const times of [1, 2, 3]) {
		await db.exec('execute fill');
		expect(await count()).toBe(18_000 * times);
	}
	await db.close();
});
