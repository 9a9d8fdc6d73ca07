import { expect, it } from 'vitest';
import { checkPolicy } from '../../../src/lib/policy/check';
import { withClass } from '../../../src/lib/policy/new-card';
import { policyWith } from '../../support/policy';

it('sets a class of branches beside a card, with the same lines, prizes and follow-ups', () => {
	const policy = policyWith();
	const [card] = policy.scorecards;
	const classed = withClass(policy, card!);
	const own = classed.scorecards[1]!;
	expect(own.lines).toEqual(card!.lines);
	expect(own.scorecard).not.toBe(card!.scorecard);
	const of = (id: string) => [
		classed.awards.filter((a) => a.scorecard === id).map((a) => ({ ...a, scorecard: '' })),
		classed.followups.filter((f) => f.scorecard === id).map((f) => ({ ...f, scorecard: '' }))
	];
	expect(of(own.scorecard)).toEqual(of(card!.scorecard));
	expect(of(own.scorecard).flat().length).toBeGreaterThan(1);
	// its branches are still to be named
	expect(checkPolicy(classed).issues.map((issue) => issue.path)).toEqual([
		expect.stringContaining('applies_to.branches')
	]);
	own.applies_to.branches = ['B1'];
	expect(checkPolicy(classed).issues).toEqual([]);
});
