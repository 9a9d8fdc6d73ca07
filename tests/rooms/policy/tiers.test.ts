import { describe, expect, it, vi } from 'vitest';
import { dictionary } from '../../../src/lib/policy/dictionary';
import {
	againstDirection,
	beyondWeight,
	sameDeductions,
	tierFaults
} from '../../../src/lib/policy/lint-tiers';
import { holds, rangesOf, rangeText, thousandths, type Range } from '../../../src/lib/policy/ranges';
import type { PolicyLine } from '../../../src/lib/policy/schema';
import { MEASURES } from '../../../src/lib/sql/measures';
import { policyWith } from '../../support/policy';

// the words of periods look for a language in the browser's storage
vi.hoisted(() => {
	vi.stubGlobal('localStorage', { getItem: () => null });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

/** A range as it is written: `[75,95)`, `(,75)`, `[95,`; a bound in `!` says nothing of itself. */
function range(text: string, deduction = 0): Range {
	const [, open, lower, upper, close] = /^([[(!]?)(\d*),(\d*)([\])!]?)$/.exec(text)!;
	const at = (bound: string): number | null => (bound === '' ? null : Number(bound) * 1000);
	return {
		lower: at(lower!),
		lowerIn: open === '!' ? undefined : open === '[',
		upper: at(upper!),
		upperIn: close === '!' ? undefined : close === ']',
		deduction: deduction * 1000,
		unit: undefined
	};
}
const share = MEASURES['satisfaction']!;
const beyond = MEASURES['callback_completion']!;
const count = { ...share, kind: 'count' as const };
const faults = (texts: string, measure = share): Record<string, string[]> =>
	Object.fromEntries(
		tierFaults(
			texts.split(' ').map((t) => range(t)),
			measure
		)
	);

describe('tiers', () => {
	it('hold every possible value once', () => {
		expect(faults('[95,100] [75,95) [0,75)')).toEqual({});
		expect(faults('[95, [75,95) (,75)')).toEqual({});
		expect(faults('[5, [2,4] [0,1]', count)).toEqual({});
	});

	it('leave values without a tier, give one two, or hold none: each fault names its values', () => {
		expect(faults('(95,100] [75,95) [0,75)')).toEqual({ tier_gap: ['95'] });
		expect(faults('[95,100] [80,95) [0,75]')).toEqual({ tier_gap: ['(75, 80)'] });
		expect(faults('[95,100] (80,95) [0,75)')).toEqual({ tier_gap: ['[75, 80]'] });
		expect(faults('[95,100] [70,95) [0,75)')).toEqual({ tier_overlap: ['2/3: [70, 75)'] });
		expect(faults('[95,100] [75,95] [0,75)')).toEqual({ edge_ambiguous: ['95'] });
		expect(faults('[95,100) [75,95) [0,70)')).toEqual({ tier_gap: ['[70, 75)', '100'] });
		expect(faults('[95,100] [75,95) [0,75) [120,130]')).toEqual({ unreachable_tier: ['4'] });
	});

	it('go on for ever where more than the whole can be, and by ones where events are counted', () => {
		expect(faults('[0,100]', beyond)).toEqual({ tier_gap: ['> 100'] });
		expect(faults('[0,100)', beyond)).toEqual({ tier_gap: ['≥ 100'] });
		expect(faults('[0,100]')).toEqual({});
		expect(faults('[0,1] [3,3]', count)).toEqual({ tier_gap: ['2', '≥ 4'] });
	});

	it('that pay the same, more than the weight, or more for the better are told', () => {
		const list = [range('[95,', 0), range('[75,95)', 2), range('(,75)', 2)];
		expect(sameDeductions(list)).toEqual(['2/3 −2']);
		expect(sameDeductions(list.slice(0, 2))).toEqual([]);
		const line = (more: object) => ({ weight: '1.5', ...more }) as PolicyLine;
		expect(beyondWeight(list, line({}))).toEqual(['−2', '−2']);
		expect(beyondWeight(list.slice(0, 1), line({ deduction_each: '1.6' }))).toEqual(['−1.6']);
		expect(beyondWeight(list.slice(0, 1), line({ deduction_each: '1.5' }))).toEqual([]);
		expect(againstDirection(list, share)).toBe(false);
		expect(againstDirection(list, { ...share, direction: 'lower' })).toBe(true);
		expect(againstDirection([range('[95,', 3), range('(,95)', 2)], share)).toBe(true);
		expect(againstDirection([range('[95,', 3), range('(,95)', 2)], { ...share, direction: 'lower' })).toBe(
			false
		);
		expect(againstDirection([range('[90,', 3), range('(,95)', 2)], share)).toBe(false);
	});

	it('hold a bound where they say so, and stand on it where they say nothing', () => {
		const at = (text: string) => [74, 75, 80, 95, 96].map((v) => holds(range(text), v * 1000)).join(' ');
		expect(at('[75,95)')).toBe('out in in out out');
		expect(at('(75,95]')).toBe('out out in in out');
		expect(at('!75,95!')).toBe('out edge in edge out');
		expect(at('(,95)')).toBe('in in in out out');
		expect(at('[75,')).toBe('out in in in in');
	});

	it('are written as people write them', () => {
		expect(
			['[75,95)', '(75,95]', '[100,', '(100,', '(,75)', '(,75]', '[0,0]', '(,0]'].map((t) =>
				rangeText(range(t), '%')
			)
		).toEqual(['[75, 95)%', '(75, 95]%', '≥ 100%', '> 100%', '< 75%', '≤ 75%', '0%', '0%']);
		expect(['0.4', '-1.25', '20', '.5'].map(thousandths)).toEqual([400, -1250, 20_000, 500]);
	});

	it('follow from bounds, edges and deductions, from the best', () => {
		const policy = policyWith();
		const of = (line: string) =>
			rangesOf(
				policy,
				policy.scorecards[0]!.lines.find((l) => l.line === line)!
			).map((r) => `${rangeText(r, '')} −${String(r.deduction / 1000)}`);
		expect(of('satisfaction')).toEqual(['≥ 100 −0', '[95, 100) −1', '[80, 95) −2', '[75, 80) −3', '< 75 −5']);
		expect(of('complaint_resolution')).toEqual([
			'0 −0',
			'(0, 0.4] −2',
			'(0.4, 1] −4',
			'(1, 1.5] −10',
			'> 1.5 −10'
		]);
	});
});

describe('the dictionary', () => {
	const formula = (line: string) =>
		dictionary('en', policyWith()).find((e) => e.id.endsWith(`/${line}`))!.formula;
	it('says how each line’s points come about', () => {
		const lines = ['service_skill', 'audit', 'manager_budget', 'manager_plan', 'satisfaction'];
		expect(lines.map(formula)).toEqual([
			'30 − 2 for each, at least 0',
			'10; each event comes off the total or the line',
			'15 at the target, in proportion below; head office fills the target in',
			'20 from 100% on, in proportion below',
			'10: ≥ 100% −0 · [95, 100)% −1 · [80, 95)% −2 · [75, 80)% −3 · < 75% −5'
		]);
	});

	it('says targets in their unit and direction, and sheets by their mean', () => {
		const policy = policyWith();
		const set = (line: string, more: object): void =>
			void Object.assign(
				policy.scorecards[1]!.lines.find((l) => l.line === line)!,
				more
			);
		set('manager_budget', { target: '100', direction: 'lower' });
		set('manager_calls', { target: '50', direction: 'higher' });
		set('manager_cooperation', { scoring: 'sheet' });
		const said = dictionary('en', policy);
		const own = (line: string) => said.find((e) => e.id.endsWith(`/${line}`))!.formula;
		expect(['manager_budget', 'manager_calls', 'manager_cooperation'].map(own)).toEqual([
			'15 up to 100%, in proportion above',
			'5 from 50 on, in proportion below',
			'5 × mean ÷ 100'
		]);
	});
});
