import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payChanges, payroll, shared } from '../../src/lib/month/payroll';
import type { SplitRule } from '../../src/lib/record/pay-line';
import { sumOf } from '../../src/lib/language/decimal';
import { decide } from '../../src/lib/month/decide';
import type { LogEvent } from '../../src/lib/record/event';
import { EMPTY_RESULTS, type AwardRow, type Results } from '../../src/lib/sql/rows';
import { policyWith } from '../support/policy';
import { awardRow, totalRow, unitRow } from '../support/rows';
import { specRows } from '../support/spec';

const MONTHS = ['2026-07', '2026-08', '2026-09'];
/** Who belonged to the branch, in which months, with how many points. */
const THERE: [person: string, month: number, total: string][] = [
	['A', 0, '95'],
	['A', 1, '93'],
	['A', 2, '94'],
	['B', 2, '88'],
	['C', 0, '70'],
	['D', 0, '81']
];
const results: Results = {
	...EMPTY_RESULTS,
	units: [
		...THERE.map(([unit, at]) =>
			unitRow({ month: MONTHS[at]!, unit_kind: 'person', unit, branch: 'B1', name: unit })
		),
		unitRow({ month: MONTHS[1]!, unit_kind: 'person', unit: 'D', branch: 'B2', name: 'D' })
	],
	totals: [
		...THERE.map(([unit, at, total]) => totalRow({ month: MONTHS[at]!, unit_kind: 'person', unit, total })),
		totalRow({ month: MONTHS[1]!, unit_kind: 'person', unit: 'D', total: '99' })
	]
};
const days = new Map(
	(
		[
			['A', ['22', '20', '21.5']],
			['B', [null, null, '11']],
			['C', ['23', null, null]],
			['D', ['20.5', null, null]]
		] as const
	).flatMap(([person, some]) =>
		some.flatMap((value, at): [string, string][] =>
			value === null ? [] : [[`${MONTHS[at]!}/B1/${person}`, value]]
		)
	)
);
const prizeOf = (amount: string): AwardRow =>
	awardRow({ period: '2026Q3', award: 'quarter_top', unit_kind: 'branch', unit: 'B1', rank: 1, amount });
const ruled = (split: Exclude<SplitRule, 'by_hand'>) => {
	const policy = policyWith();
	policy.awards[0]!.split = split;
	return policy;
};
const AWARD = policyWith().awards[0]!.award;
const paid = (
	split: Exclude<SplitRule, 'by_hand'>,
	amount: string,
	more: Partial<Parameters<typeof payroll>[0]> = {}
) =>
	payroll({
		...{ results, policy: ruled(split), events: [], months: MONTHS, days },
		prizes: [{ ...prizeOf(amount), award: AWARD }],
		...more
	});

describe('a prize', () => {
	for (const { given, then: _, ...row } of specRows(new URL('./payroll.md', import.meta.url)))
		it(`of ${given['prize']!} is split ${given['rule']!}`, () => {
			const lines = paid(given['rule'] as 'equal', given['prize']!);
			const own = ['A', 'B', 'C', 'D'].map(
				(person) => lines.find((line) => line.person === person)?.amount ?? '–'
			);
			expect(own, row.title).toEqual(['A', 'B', 'C', 'D'].map((person) => given[person]));
			expect(Number(sumOf(lines.map((line) => line.amount)))).toBe(Number(given['prize']));
		});

	it('is paid whole, and said to be, where nobody or nothing is there to split by', () => {
		const nobody = paid('equal', '500', { results: EMPTY_RESULTS });
		expect(nobody.map((l) => [l.person, l.amount, l.unsplit])).toEqual([[null, '500', 'no_people']]);
		const noDays = paid('by_attended_days', '500', { days: new Map() });
		expect(noDays.map((l) => [l.person, l.amount, l.unsplit])).toEqual([[null, '500', 'no_basis']]);
	});

	it('is paid whole where the attendance of a month is gone: nobody is paid as if others had been away', () => {
		const some = new Map([...days].filter(([key]) => !key.startsWith('2026-07')));
		expect(paid('by_attended_days', '500', { days: some }).map((l) => [l.person, l.unsplit])).toEqual([
			[null, 'no_basis']
		]);
	});

	it('with parts of a fen is shared in these', () => {
		expect(shared('100.005', [1n, 1n])).toEqual(['50.003', '50.002']);
	});

	it('is split by hand as was written, as long as that is what is paid', () => {
		const events = [
			{
				kind: 'prize_split',
				reason: '按贡献',
				data: {
					month: '2026-09',
					period: '2026Q3',
					award: AWARD,
					branch: 'B1',
					shares: [
						{ person: 'A', amount: '400' },
						{ person: 'B', amount: '100' }
					]
				}
			}
		] as unknown as LogEvent[];
		expect(paid('equal', '500', { events }).map((l) => [l.person, l.amount, l.rule, l.reason])).toEqual([
			['A', '400', 'by_hand', '按贡献'],
			['B', '100', 'by_hand', '按贡献']
		]);
		// another prize than the one that was split
		const other = paid('equal', '300', { events });
		expect(other.every((l) => l.rule === 'equal' && l.unsplit === 'outdated')).toBe(true);
	});

	it('adds up to the fen whatever the weights, and nobody is a fen off', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 10_000_00 }),
				fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 30 }),
				(fen, weights) => {
					fc.pre(weights.some((w) => w > 0n));
					const prize = (fen / 100).toFixed(2);
					const amounts = shared(prize, weights);
					expect(Number(sumOf(amounts))).toBe(Number(prize));
					const all = Number(weights.reduce((a, b) => a + b, 0n));
					for (const [i, amount] of amounts.entries())
						expect(Math.abs(Number(amount) * 100 - (fen * Number(weights[i])) / all)).toBeLessThan(1.000001);
				}
			)
		);
	});
});

describe('a split by hand', () => {
	it('must add up to the prize', () => {
		const situation = {
			events: [],
			results: { ...EMPTY_RESULTS, awards: [prizeOf('500')] },
			policyIn: () => policyWith()
		} as unknown as Parameters<typeof decide>[0];
		const split = (amount: string) =>
			decide(
				situation,
				{
					kind: 'prize_split',
					reason: '按贡献',
					data: {
						...{ month: '2026-09', period: '2026Q3', award: 'quarter_top', branch: 'B1' },
						shares: [{ person: 'A', amount }]
					}
				},
				{ name: '王芳', role: 'hr' },
				'2026-10-10'
			);
		expect(split('499.99').refused).toEqual({
			says: 'payroll.sum',
			fill: { is: '499.99', should: '500' }
		});
		expect(split('500').entry?.kind).toBe('prize_split');
		expect(split('-500').refused?.says).toBe('payroll.sum');
	});
});

describe('what was sealed otherwise before', () => {
	it('is paid after or taken back, payee by payee', () => {
		const line = (unit: string, person: string | null, amount: string) => ({
			...{ unitKind: 'branch', unit, person, amount }
		});
		const before = [line('B1', 'A', '269.07'), line('B1', 'B', '230.93'), line('B2', null, '300')];
		const after = [line('B1', 'A', '250'), line('B1', 'B', '250'), line('B3', null, '300')];
		expect(payChanges(before, after).map((c) => [c.unit, c.person, c.before, c.after, c.change])).toEqual([
			['B1', 'A', '269.07', '250', '-19.07'],
			['B1', 'B', '230.93', '250', '19.07'],
			['B2', null, '300', '0', '-300'],
			['B3', null, '0', '300', '300']
		]);
		expect(payChanges(before, before)).toEqual([]);
	});
});
