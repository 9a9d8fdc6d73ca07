import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/lib/policy/check';
import { lintPolicy } from '../../../src/lib/policy/lint';
import { newLine } from '../../../src/lib/policy/new-line';
import { partsOf } from '../../../src/lib/policy/parts';
import type { Policy } from '../../../src/lib/policy/schema';
import { chosenReadings } from '../../../src/lib/policy/switches';
import { touchedLines } from '../../../src/lib/policy/touched';
import { paidKind, policyInForce } from '../../../src/lib/policy/in-force';
import { limitsOf } from '../../../src/lib/policy/versions';
import { MEASURES } from '../../../src/lib/sql/measures';
import { policyWith } from '../../support/policy';

const version = (policy: string, in_force_from: string, readings: Record<string, string> = {}): Policy => ({
	...policyWith(readings),
	policy,
	in_force_from
});

describe('versions of the rules', () => {
	it('are in force from their month on, of two from one month the later in the list', () => {
		const all = [version('b', '2026-08'), version('a', '2026-03'), version('c', '2026-08')];
		const named = (month: string): string => policyInForce(month, all).policy;
		expect(['2026-03', '2026-07', '2026-08', '2031-01'].map(named)).toEqual(['a', 'a', 'c', 'c']);
		expect(() => policyInForce('2026-02', all)).toThrow('2026-02');
		expect(() => policyInForce('2026-02', [])).toThrow('2026-02');
	});

	it('pay the unit that they name, and have limits of their own or the built-in ones', () => {
		expect([
			paidKind(version('a', '2026-01')),
			paidKind(version('a', '2026-01', { unit: 'person' }))
		]).toEqual(['branch', 'person']);
		const own = { ...limitsOf(policyWith()), appeal_days: 99 };
		expect(limitsOf({ ...policyWith(), limits: own })).toBe(own);
		expect(limitsOf({ ...policyWith(), limits: undefined })).toEqual(limitsOf(policyWith()));
	});

	it('say what each reading is, each once', () => {
		const found = chosenReadings([version('a', '2026-01'), version('b', '2026-02', { tie_rule: 'dense' })]);
		expect(found).toContain('tie_rule=competition');
		expect(found).toContain('tie_rule=dense');
		expect(found).toContain('unit=branch');
		expect(found.size).toBe(Object.keys(policyWith().readings).length + 1);
	});

	it('leave to the built-in one what they don’t say of the parts', () => {
		const whole = partsOf(policyWith());
		expect(partsOf({ ...policyWith(), parts: undefined })).toEqual(whole);
		const parts = { ...whole, callback_due: { ...whole.callback_due, grace: 9 } };
		expect(partsOf({ ...policyWith(), parts }).callback_due.grace).toBe(9);
		expect(partsOf({ ...policyWith(), parts }).callback_due.days).toBe(whole.callback_due.days);
	});
});

describe('the lines that a draft touches', () => {
	const before = [version('a', '2026-01'), version('b', '2026-06')];
	const after = (change: (policies: Policy[]) => void): Policy[] => {
		const policies = structuredClone(before);
		change(policies);
		return policies;
	};

	it('are those that it says otherwise, and none where only what stands apart changes', () => {
		expect(
			touchedLines(
				before,
				after(() => {})
			)
		).toEqual([]);
		expect(
			touchedLines(
				before,
				after((p) => (p[1]!.scorecards[0]!.lines[0]!.weight = '31'))
			)
		).toEqual([['service_staff', 'service_skill']]);
		expect(
			touchedLines(
				before,
				after((p) => (p[0]!.raters[0]!.weight = '1'))
			)
		).toEqual([]);
		expect(
			touchedLines(
				before,
				after((p) => (p[1]!.mentions = []))
			)
		).toEqual([]);
	});

	it('can’t be told where readings, the order of lines or a measure change', () => {
		expect(
			touchedLines(
				before,
				after((p) => (p[0]!.readings['unit']!.choice = 'person'))
			)
		).toBeNull();
		expect(
			touchedLines(
				before,
				after((p) => p[0]!.scorecards[0]!.lines.reverse())
			)
		).toBeNull();
		expect(touchedLines(before, before.slice(1))).toBeNull();
	});
});

describe('rules that hang on others', () => {
	it('must name a scorecard that there is', () => {
		const said = (change: (policy: Policy) => void): string[] => {
			const policy = policyWith();
			change(policy);
			return checkPolicy(JSON.parse(JSON.stringify(policy)), 'en').issues.map(
				(i) => `${i.path}: ${i.message}`
			);
		};
		expect(said(() => {})).toEqual([]);
		const gone = said((p) => (p.awards[0]!.scorecard = 'nobody'));
		expect(gone).toHaveLength(1);
		expect(gone[0]).toMatch(/^awards\..*scorecard: .*nobody/);
		const other = said((p) => (p.followups[0]!.scorecard = 'nobody'));
		expect(other).toHaveLength(1);
		expect(other[0]).toMatch(/^followups\..*scorecard: .*nobody/);
	});

	it('pay a better rank no less, in whatever order the prizes stand', () => {
		const order = (...prizes: [number, string][]): string[] => {
			const policy = policyWith();
			policy.awards[0]!.prizes = prizes.map(([rank, amount]) => ({ rank, amount }));
			return lintPolicy(policy)
				.filter((f) => f.code === 'prize_order')
				.map((f) => String(f.values['values']));
		};
		expect(order([3, '200'], [1, '500'], [2, '300'])).toEqual([]);
		expect(order([1, '300'], [2, '300'])).toEqual([]);
		expect(order([2, '300'], [1, '200'], [3, '400'])).toEqual([expect.stringContaining('1: 200 < 2: 300')]);
		expect(order([1, '0.9'], [2, '1'])).toHaveLength(1);
	});
});

describe('a new line', () => {
	it('takes points off for each event that is counted against someone, and none for other counts', () => {
		const scored = (measure: string): string =>
			newLine('own', measure, { zh: '新', en: 'New' }, [], false).scoring;
		for (const [measure, { kind, direction }] of Object.entries(MEASURES)) {
			const wanted =
				kind === 'points' ? 'points_off' : kind === 'count' && direction === 'lower' ? 'per_event' : 'target';
			expect(scored(measure), measure).toBe(wanted);
		}
	});
});
