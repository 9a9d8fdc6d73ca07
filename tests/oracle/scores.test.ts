import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/lib/policy/schema';
import type { Facts } from './facts';
import { oracle } from './oracle';
import { arbitraryFacts, arbitraryPolicy } from '../support/arbitrary';
import { factsFiles } from '../support/facts-files';
import { randomSets } from '../support/random-sets';
import { engine, RESTED, score } from '../support/scored';

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

/** Cells of the measures that count a million callbacks by result and rating, and what their single rows add up to otherwise. */
async function recounted(): Promise<string[]> {
	const db = await engine();
	if (!db.made.plans.has('recount'))
		await db.exec(`prepare recount as
		with own as (
			select 'callback_completion' as measure, month, branch, person, numerator::bigint as numerator, own_numerator::bigint as own_numerator, 0::bigint as denominator, 0::bigint as own_denominator
			from counted.callback_completion
			union all
			select 'satisfaction', month, branch, person, numerator, own_numerator, denominator, own_denominator from counted.satisfaction
		),
		again as (
			select measure, month, unit_kind, if(unit_kind = 'branch', branch, person) as unit,
				sum(if(unit_kind = 'person', own_numerator, numerator))::bigint as numerator, sum(if(unit_kind = 'person', own_denominator, denominator))::bigint as denominator
			from own, (values ('branch'), ('person')) as kind (unit_kind)
			group by all
		),
		told as (
			select measure, month, unit_kind, unit, numerator, if(measure = 'satisfaction', denominator, 0) as denominator
			from measures.every
			where measure in ('callback_completion', 'satisfaction')
		)
		select measure || ' ' || month || ' ' || unit as cell, told.numerator::varchar as told, again.numerator::varchar as again
		from told full join again using (measure, month, unit_kind, unit)
		where unit is not null
			and (coalesce(told.numerator, 0), coalesce(told.denominator, 0)) <> (coalesce(again.numerator, 0), coalesce(again.denominator, 0))`);
	db.made.plans.add('recount');
	const rows = await db.rows('execute recount');
	return rows.map((r) => JSON.stringify(r));
}

describe('random data under random policies', () => {
	it('agrees with the independent recomputation in every cell', async () => {
		const stated = fc.oneof(fc.constant(RESTED), fc.subarray(RESTED));
		const samples = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy, stated), {
			numRuns: randomSets(150),
			seed: 20261123
		});
		for (const [facts, policy, none] of samples) {
			expect(await differences(facts, policy, none)).toEqual([]);
			expect(await recounted()).toEqual([]);
		}
	}, 600_000);
});
