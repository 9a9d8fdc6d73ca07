import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { openNativeEngine } from '../../../src/lib/engine/native';
import { openNodeEngine } from '../../../src/lib/engine/node';

/** How the rows of a table lie in memory, before it is packed and after. */
async function held(open: () => Promise<Engine>): Promise<unknown[]> {
	const db = await open();
	const how = async (): Promise<unknown> =>
		(
			await db.rows(
				`select string_agg(distinct compression, ',') as how from pragma_storage_info('t') where segment_type = 'BIGINT'`
			)
		)[0]!['how'];
	try {
		await db.exec('create table t as select 7::bigint as a from range(200000)');
		const before = await how();
		await db.pack();
		return [before, await how(), (await db.rows('select count(*)::int as n, sum(a)::int as sum from t'))[0]];
	} finally {
		await db.close();
	}
}

describe('packing what tables hold', () => {
	it('makes rows small in an engine that never gives memory back', async () => {
		expect(await held(openNodeEngine)).toEqual(['Uncompressed', 'Constant', { n: 200_000, sum: 1_400_000 }]);
	});
	it('leaves them as they are in one that does: packed rows that it lays aside end the process (DuckDB 1.4.3)', async () => {
		expect(await held(() => openNativeEngine())).toEqual([
			'Uncompressed',
			'Uncompressed',
			{ n: 200_000, sum: 1_400_000 }
		]);
	});
});
