import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { openNativeEngine } from '../../../src/lib/engine/native';
import { openNodeEngine } from '../../../src/lib/engine/node';

describe.each([
	['the WASM engine', openNodeEngine],
	['the native engine', () => openNativeEngine()]
])('a statement of %s', (_, open) => {
	let db: Engine;
	beforeAll(async () => {
		db = await open();
		await db.exec(`create table given as select i as id, i % 1000 as part from range(3000000) as t (i);
			create table answer (part bigint, n hugeint);
			prepare fill as insert into answer select a.part, count(*) from given as a join given as b using (id) group by 1`);
	});
	afterAll(() => db.close());
	const count = async (): Promise<unknown> =>
		(await db.rows('select count(*)::integer as n from answer'))[0]!['n'];

	it('is broken off where it stands, nothing of it is done, and the next one goes on', async () => {
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 50);
		await expect(db.exec('execute fill', stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
		expect(await count()).toBe(0);
		await db.exec('execute fill', new AbortController().signal);
		expect(await count()).toBe(1000);
		await db.exec('execute fill');
		expect(await count()).toBe(2000);
	});
	it('is not begun where nobody waits any more, and tells its own fault where somebody does', async () => {
		const before = await count();
		await expect(db.exec('execute fill', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
		expect(await count()).toBe(before);
		const signal = new AbortController().signal;
		await expect(db.exec('insert into nowhere select 1', signal)).rejects.toThrow(/nowhere/);
		await expect(db.exec("insert into answer select 'x'::bigint, 1", signal)).rejects.toThrow(/Conversion/);
		expect(await count()).toBe(before);
	});
});
