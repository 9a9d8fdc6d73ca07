import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../src/lib/policy/schema';
import type { Facts } from './oracle/facts';
import { oracle } from './oracle/oracle';
import { arbitraryFacts, arbitraryPolicy } from './support/arbitrary';
import { factsFiles } from './support/facts-files';
import { score } from './support/scored';

const RUNS = 150;
const NAMES = ['lines', 'totals', 'rankings', 'awards', 'followups'] as const;

/** The rows that the product and the oracle don't share, and the readings under which they arose. */
async function differences(facts: Facts, policy: Policy): Promise<string[]> {
	const expected = oracle(facts, policy);
	const results = await score(factsFiles(facts), [policy]);
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
		const samples = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy), { numRuns: RUNS, seed: 20261123 });
		for (const [facts, policy] of samples) expect(await differences(facts, policy)).toEqual([]);
	}, 600_000);
});
