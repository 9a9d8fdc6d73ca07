import fc from 'fast-check';
import { partsOf, type Parts } from '../../src/lib/policy/parts';
import type { Policy } from '../../src/lib/policy/schema';
import { CLOCKS, HOLD_REASONS } from '../../src/lib/policy/schema-parts';
import { arbitraryPolicy } from './arbitrary';

const clause = fc.constant('own rule');
const share = fc.constantFrom('0', '10', '20');
const months = fc.constantFrom(0, 0, 0, 2);

/** The rules of the parts with limits so low that a few records meet them. */
const parts: fc.Arbitrary<Partial<Parts>> = fc.record({
	callback_due: fc.record({
		days: fc.constantFrom(0, 1, 3, 7),
		grace: fc.constantFrom(0, 1, 5),
		moved: fc.boolean(),
		earliest: fc.constantFrom(0, 1, 3),
		flexible: fc.constantFrom<string[][]>([], ['other'], ['product', 'other']),
		clause
	}),
	severe: fc.record({ hours: fc.constantFrom(1, 9, 24), clause }),
	fee_rate: fc.record({
		denominator: fc.constantFrom('amount' as const, 'all_homes' as const, 'eligible_homes' as const),
		exempt: fc.constantFrom<string[][]>([], ['not_fitted_out']),
		clause
	}),
	truth: fc.record({
		same_number: fc.constantFrom(2, 3),
		pace: fc.record({ callbacks: fc.constantFrom(2, 3), minutes: fc.constantFrom(1, 60) }),
		copied: fc.record({ times: fc.constantFrom(2, 3), length: fc.constantFrom(2, 3) }),
		same_rating: fc.constantFrom(2, 3)
	}),
	satisfied_from: fc.constantFrom(3, 4, 5),
	repeat: fc.record({ days: fc.constantFrom(0, 1, 31), clause }),
	clocks: fc.record({
		tickets: fc.constantFrom(...CLOCKS),
		complaints: fc.constantFrom(...CLOCKS),
		severe: fc.constantFrom(undefined, ...CLOCKS),
		logs: fc.constantFrom(undefined, ...CLOCKS),
		reports: fc.constantFrom(undefined, ...CLOCKS),
		stops: fc.subarray([...HOLD_REASONS]),
		office_hours: fc.constantFrom(partsOf({} as Policy).clocks!.office_hours, [
			{ opens: '00:00', closes: '24:00', on: 'every' as const },
			{ branch: 'B1', opens: '09:00', closes: '18:00', on: 'working' as const }
		]),
		clause
	}),
	not_rankable_below: fc.constantFrom(0, 0, 0, 2),
	ranked: fc.record({
		newcomer_months: months,
		branch_months: months,
		merged_months: months,
		least_present: fc.constantFrom('0', '0', '50'),
		clause
	}),
	sampling: fc.record({
		finding: share,
		complaint: share,
		low_rating: share,
		newcomer: share,
		silence: share,
		per_person: fc.constantFrom(0, 1, 2),
		new_months: fc.constantFrom(0, 3, 24),
		silent_days: fc.constantFrom(1, 5),
		clause
	}),
	groups: fc.record({
		first: fc.constantFrom(null, '300'),
		last_from: fc.constantFrom(1, 2),
		penalties: fc.constantFrom<string[][]>([], ['100', '200']),
		clause
	})
});

/** B2 and B3 are scored by a card of their own, whose lines are called as the others' and cost more, with less for its prizes. */
function withClass(policy: Policy): Policy {
	const [staff] = policy.scorecards;
	const card = structuredClone(staff!);
	const own = {
		...card,
		scorecard: 'own',
		applies_to: { ...card.applies_to, units: ['branch' as const], branches: ['B2', 'B3'] }
	};
	for (const line of own.lines) {
		if (line.deduction_each) line.deduction_each = '3';
		if (Array.isArray(line.deductions)) line.deductions = line.deductions.map((d) => String(Number(d) + 1));
		if (Array.isArray(line.bounds)) line.bounds = line.bounds.map((b) => String(Number(b) + 1));
	}
	const [award] = policy.awards;
	const small = { ...award!, award: 'own', scorecard: 'own', prizes: award!.prizes.slice(0, 1) };
	return { ...policy, scorecards: [...policy.scorecards, own], awards: [...policy.awards, small] };
}

/** A policy of random readings whose parts have random rules, too, and which scores a part of a measure now and then. */
export const variedPolicy: fc.Arbitrary<Policy> = fc
	.tuple(arbitraryPolicy, parts, fc.boolean(), fc.boolean(), fc.constantFrom('1', '50', '90'))
	.map(([policy, own, sliced, classed, target]) => {
		const changed = { ...structuredClone(policy), parts: { ...partsOf(policy), ...own } };
		const line = changed.scorecards[0]!.lines.find(({ measure }) => measure === 'complaint_unresolved');
		if (line && sliced) line.slice = { column: 'category', values: ['C1', 'C2'] };
		for (const line of changed.scorecards[1]!.lines) {
			line.target = target;
			if (line.weight === '10')
				line.below = [
					{ reached: '50', share: '100' },
					{ reached: '100', share: '40' }
				];
		}
		return classed ? withClass(changed) : changed;
	});
