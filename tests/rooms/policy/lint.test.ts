import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import asPrinted from '../../../data/specimens/as-printed.json';
import { findingText } from '../../../src/lib/policy/lint-text';
import { isSound, lintPolicy, standing, type Finding, type LintCode } from '../../../src/lib/policy/lint';
import { MEASURES } from '../../../src/lib/sql/measures';
import type { Policy, PolicyLine, PolicyTier } from '../../../src/lib/policy/schema';
import { policyTables } from '../../../src/lib/policy/tables';
import { policyWith } from '../../support/policy';
import { randomSets } from '../../support/random-sets';

const staff = (policy: Policy, line: string): PolicyLine =>
	policy.scorecards[0]!.lines.find((l) => l.line === line)!;
const tier = (deduction: string, lower?: string, upper?: string, open = false): PolicyTier => ({
	deduction,
	...(lower === undefined ? {} : { lower, lower_in: true }),
	...(upper === undefined ? {} : { upper, upper_in: open })
});
/** Gives the satisfaction line tiers of its own. */
const tiers = (policy: Policy, list: PolicyTier[]): void => void (staff(policy, 'satisfaction').tiers = list);

const PLANTED: [code: LintCode, line: string, plant: (policy: Policy) => void][] = [
	['weights_sum', '', (p) => (staff(p, 'satisfaction').weight = '11')],
	[
		'tier_gap',
		'satisfaction',
		(p) => tiers(p, [tier('0', '95'), tier('2', '80', '94'), tier('5', undefined, '80')])
	],
	[
		'tier_overlap',
		'satisfaction',
		(p) => tiers(p, [tier('0', '95'), tier('2', '80', '96'), tier('5', undefined, '80')])
	],
	[
		'edge_ambiguous',
		'satisfaction',
		(p) => tiers(p, [tier('0', '95'), tier('2', '80', '95', true), tier('5', undefined, '80')])
	],
	[
		'direction',
		'satisfaction',
		(p) => tiers(p, [tier('5', '95'), tier('2', '80', '95'), tier('0', undefined, '80')])
	],
	[
		'mixed_units',
		'satisfaction',
		(p) => tiers(p, [{ ...tier('0', '95'), unit: 'count' }, tier('5', undefined, '95')])
	],
	[
		'duplicate_deduction',
		'satisfaction',
		(p) => tiers(p, [tier('0', '95'), tier('5', '80', '95'), tier('5', undefined, '80')])
	],
	['deduction_over_weight', 'satisfaction', (p) => tiers(p, [tier('0', '95'), tier('11', undefined, '95')])],
	['deduction_over_weight', 'service_skill', (p) => (staff(p, 'service_skill').deduction_each = '31')],
	[
		'unreachable_tier',
		'satisfaction',
		(p) => tiers(p, [tier('0', '120', '130'), tier('2', '95'), tier('5', undefined, '95')])
	],
	['no_source', 'satisfaction', (p) => (staff(p, 'satisfaction').source = [])],
	[
		'missing_line',
		'培训',
		(p) => p.mentions.push({ title: { zh: '培训', en: 'Training' }, clause: 'L1', line: null })
	],
	['dimension', 'callback_completion', (p) => (p.readings['callback_quota']!.choice = 'literal')],
	['reading_open', '', (p) => (p.readings['tie_rule']!.choice = null)],
	['reading_open', '', (p) => delete p.readings['tie_rule']],
	['prize_order', 'quarterly_top_three', (p) => (p.awards[0]!.prizes[2]!.amount = '301')],
	['rater_weights_sum', '', (p) => (p.raters[0]!.weight = '16')],
	['target_missing', 'manager_plan', (p) => (p.scorecards[1]!.lines[0]!.target = null)],
	['direction', 'manager_budget', (p) => delete p.scorecards[1]!.lines[1]!.direction],
	['schema', '', (p) => p.awards[0]!.prizes.push({ rank: 3, amount: '200' })],
	['schema', '', (p) => p.merits.push(p.merits[0]!)],
	['schema', '', (p) => (p.scorecards[1]!.scorecard = 'service_staff')],
	['schema', '', (p) => (p.scorecards[1]!.applies_to.posts = [])],
	[
		'schema',
		'',
		(p) => Object.assign(staff(p, 'satisfaction'), { measure: 'cooperation', source: ['ratings'] })
	],
	[
		'schema',
		'',
		(p) => Object.assign(staff(p, 'service_skill'), { measure: 'satisfaction', source: ['callbacks'] })
	],
	['schema', '', (p) => (staff(p, 'satisfaction').source = ['fees'])],
	['schema', '', (p) => (staff(p, 'satisfaction').weight = 'ten')],
	['schema', '', (p) => (staff(p, 'satisfaction').weight = '-10')],
	['schema', '', (p) => (staff(p, 'satisfaction').source = ['callback'])],
	['schema', '', (p) => (p.awards[0]!.prizes[0]!.amount = '-500')],
	['schema', '', (p) => (p.scorecards[1]!.lines[0]!.target = '0')],
	['schema', '', (p) => (p.readings['callback_quota_amount']!.alternatives['fixed']!.amount = 0)]
];

describe('the policy check', () => {
	it('finds nothing to mend in the handbook as it is read', () => {
		const found = lintPolicy(policyWith());
		expect(standing(found)).toEqual([]);
		expect(found.every((f) => f.severity === 'warning' && f.acknowledged)).toBe(true);
	});

	it.each(PLANTED)('finds a planted %s in "%s", once and alone', (code, line, plant) => {
		const policy = policyWith();
		plant(policy);
		const found = standing(lintPolicy(JSON.parse(JSON.stringify(policy))));
		expect(found.map((f) => [f.code, f.line])).toEqual([[code, line]]);
		for (const lang of ['zh', 'en'] as const)
			expect(findingText(lang, found[0]!)).not.toMatch(/\{\w+\}|undefined|(?:scorecards|lines)\.\d/);
	});

	it('finds in the text as printed every fault that readings.md names', () => {
		const found = lintPolicy(asPrinted);
		const of = (line: string): LintCode[] => found.filter((f) => f.line === line).map((f) => f.code);
		expect(of('complaint_resolution')).toEqual(['edge_ambiguous', 'direction', 'duplicate_deduction']);
		expect(of('callback_completion')).toEqual(['tier_overlap', 'edge_ambiguous', 'tier_gap', 'dimension']);
		expect(of('satisfaction')).toEqual(['tier_overlap', 'edge_ambiguous', 'tier_gap']);
		expect(of('callback_truth')).toEqual(['edge_ambiguous', 'mixed_units']);
		expect(found.filter((f) => f.code === 'target_missing')).toHaveLength(9);
		expect(found.filter((f) => f.code === 'missing_line').map((f) => f.line)).toEqual([
			'报表上交及时性',
			'报表整体质量',
			'客户服务资料的完整性'
		]);
		expect(found.filter((f) => f.code === 'reading_open')).toHaveLength(
			Object.keys(asPrinted.readings).length
		);
		const said = (code: LintCode, line: string): string =>
			findingText(
				'en',
				found.find((f: Finding) => f.code === code && f.line === line)!
			);
		expect(said('dimension', 'callback_completion')).toContain('→ 48,400 %');
		expect(said('edge_ambiguous', 'complaint_resolution')).toContain('0, 0.4, 1, 1.5');
		expect(said('tier_gap', 'satisfaction')).toContain('(95, 100)');
		expect(isSound(found)).toBe(false);
	});

	it('lets no policy pass in which a possible value has no tier, or two', () => {
		const number = fc.constantFrom('0', '0.5', '40', '75', '80', '95', '100', '120');
		const range = fc.record({
			lower: fc.option(number, { nil: undefined }),
			upper: fc.option(number, { nil: undefined }),
			lower_in: fc.boolean(),
			upper_in: fc.boolean()
		});
		const measure = fc.constantFrom('satisfaction', 'complaint_unresolved', 'callback_completion');
		/** Cuts at some numbers, with a flaw now and then. */
		const cut = fc
			.tuple(
				fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
				fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
				fc.boolean()
			)
			.map(([numbers, ins]) => {
				const at = numbers.sort((a, b) => Number(b) - Number(a));
				return [...at, undefined].map((lower, i) => ({
					...(lower === undefined ? {} : { lower, lower_in: ins[i]! }),
					...(i === 0 ? {} : { upper: at[i - 1]!, upper_in: !ins[i - 1]! })
				}));
			});
		let sound = 0;
		const runs = randomSets(1500);
		fc.assert(
			fc.property(fc.oneof(cut, fc.array(range, { minLength: 1, maxLength: 3 })), measure, (list, name) => {
				const policy = policyWith();
				const line = staff(policy, 'satisfaction');
				line.measure = name;
				line.direction = MEASURES[name]!.direction;
				const better = name === 'complaint_unresolved' ? [...list].reverse() : list;
				line.tiers = better.map((r, i) => ({ ...r, deduction: String(i) }));
				if (!isSound(lintPolicy(JSON.parse(JSON.stringify(policy))))) return;
				sound++;
				const table = policyTables([policy]).find((t) => t.name === 'tier')!;
				const rows = table.rows.filter((row) => row[2] === 'satisfaction');
				for (let d = 1; d <= 21; d++)
					for (let n = 0; n <= (name === 'callback_completion' ? 2 * d : d); n++) {
						const [x, y] = [n * 100_000, d];
						const hits = rows.filter(([, , , , lower, lowerIn, upper, upperIn]) => {
							const above =
								lower === null || x > Number(lower) * y || (lowerIn === true && x === Number(lower) * y);
							return (
								above &&
								(upper === null || x < Number(upper) * y || (upperIn === true && x === Number(upper) * y))
							);
						});
						expect(hits, `${String(n)}/${String(d)}`).toHaveLength(1);
					}
			}),
			{ numRuns: runs, seed: 7 }
		);
		expect(sound).toBeGreaterThan(runs / 15);
	});
});
