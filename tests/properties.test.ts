import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../src/lib/policy/schema';
import type { Facts } from './oracle/facts';
import { oracle } from './oracle/oracle';
import { arbitraryFacts, arbitraryPolicy } from './support/arbitrary';
import { factsFiles } from './support/facts-files';
import { RESTED, score } from './support/scored';

const RUNS = 150;
const NAMES = ['lines', 'totals', 'rankings', 'awards', 'followups'] as const;

/** The rows that the product and the oracle don't share, and the readings under which they arose. */
async function differences(facts: Facts, policy: Policy, stated: string[]): Promise<string[]> {
	const expected = oracle(facts, policy, stated);
	const results = await score(factsFiles(facts), [policy], undefined, stated);
	const found: string[] = [];
	for (const name of NAMES) {
		const columns = Object.keys(expected[name][0] ?? {});
		const pick = (row: Record<string, unknown>): string => columns.map((c) => String(row[c])).join(' | ');
		const got = new Set(results[name].filter((r) => r['unit_kind'] !== 'group').map(pick));
		const want = new Set(expected[name].map((row) => pick({ ...row })));
		found.push(...[...got].filter((row) => !want.has(row)).map((row) => `${name} got      ${row}`));
		found.push(...[...want].filter((row) => !got.has(row)).map((row) => `${name} expected ${row}`));
	}
	if (found.length === 0) return [];
	const choices = Object.entries(policy.readings).map(([reading, r]) => `${reading}=${r.choice}`);
	return [...found.slice(0, 8), choices.join(' ')];
}

describe('random data under random policies', () => {
	it('agrees with the independent recomputation in every cell', async () => {
		const stated = fc.oneof(fc.constant(RESTED), fc.subarray(RESTED));
		const samples = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy, stated), {
			numRuns: RUNS,
			seed: 20261123
		});
		for (const [facts, policy, none] of samples) expect(await differences(facts, policy, none)).toEqual([]);
	}, 600_000);
});
