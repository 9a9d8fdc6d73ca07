import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { encodeText } from '../../scripts/samples/encoding';
import { prepare } from '../../src/lib/compute/run';
import { computeOnCluster } from '../../src/lib/compute/on-cluster';
import { stagingOn } from '../../src/lib/compute/staged';
import { readResult, type ResultName } from '../../src/lib/compute/results';
import type { Engine, Row } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import type { Policy } from '../../src/lib/policy/schema';
import { POLICIES } from '../../src/lib/policy/versions';
import { MEASURES } from '../../src/lib/sql/measures';
import { readSql } from '../../src/lib/sql/read';
import { randomSets } from '../support/random-sets';
import { computed, load, type TextFile } from '../support/scored';
import { variedPolicy } from '../support/varied';
import { openChdb } from './chdb';
import { exportsOf } from '../support/random-exports';
import { sharded } from './shards';

const cluster = openChdb();
const here = await openNodeEngine();
afterAll(() => Promise.all([cluster.close(), here.close()]));

const TOLD: ResultName[] = [
	'lines',
	'totals',
	'rankings',
	'unranked',
	'awards',
	'followups',
	'units',
	'unread',
	'repeats'
];
const CELLS = 'select columns(*)::varchar from (from measures.every) order by all';

async function told(engine: Engine): Promise<Record<string, Row[]>> {
	const results: Record<string, Row[]> = { measures: await engine.rows(CELLS) };
	for (const name of TOLD) results[name] = await readResult(engine, name);
	return results;
}

/** What files come to where their rows lie in so many shards of ClickHouse, and here. */
async function both(files: TextFile[], policies: Policy[], shards: number): Promise<Record<string, Row[]>[]> {
	await load(files, policies, here);
	await computed(here);
	const there = await openNodeEngine();
	await prepare(there, readSql);
	const staging = stagingOn(there, await sharded(cluster, shards));
	await load(files, policies, staging.engine);
	await staging.begin();
	await computeOnCluster(there, cluster, readSql);
	const results = [await told(there), await told(here)];
	await there.close();
	return results;
}

describe('measures computed by ClickHouse', () => {
	it('are those of DuckDB, to the last row, of the sample', async () => {
		const files = sampleFiles().map(({ name: path, text, encoding }) => ({
			path,
			bytes: encodeText(text, encoding)
		}));
		// one line scores a part of its measure
		const policies = structuredClone(POLICIES);
		const line = policies
			.flatMap((p) => p.scorecards.flatMap((c) => c.lines))
			.find(({ measure }) => measure === 'complaint_unresolved')!;
		line.slice = { column: 'category', values: ['物业服务', '环境卫生'] };
		const [clickhouse, duckdb] = await both(files, policies, 1);
		expect(duckdb!['measures']!.length).toBeGreaterThan(1000);
		const sliced = duckdb!['measures']!.filter((row) => String(row['measure']).includes('['));
		expect(sliced.length).toBeGreaterThan(10);
		expect(clickhouse).toEqual(duckdb);
	});

	it('are those of DuckDB of random exports under random policies, in one shard, two and five', async () => {
		const cases = fc.sample(fc.tuple(exportsOf(60), variedPolicy), {
			numRuns: randomSets(30),
			seed: 20261127
		});
		const seen = new Set<unknown>();
		for (const [at, [files, policy]] of cases.entries()) {
			const [clickhouse, duckdb] = await both(files, [policy], [1, 2, 5][at % 3]!);
			for (const { measure } of duckdb!['measures']!) seen.add(measure);
			expect(clickhouse, `case ${String(at)}`).toEqual(duckdb);
		}
		// a slice is named after its measure
		expect([...new Set([...seen].map((name) => String(name).split('[')[0]))].sort()).toEqual(
			Object.keys(MEASURES).sort()
		);
	});
});
