import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/lib/policy/check';
import type { Policy } from '../../../src/lib/policy/schema';
import { policyWith } from '../../support/policy';
import { results } from '../../support/scored';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
/** Ten calls a branch and month, each branch with one unsatisfied answer more than the one before. */
const filesOf = (...months: string[]) => {
	const calls = months.flatMap((month) =>
		['B1', 'B2', 'B3', 'B4'].flatMap((branch, i) =>
			Array.from(
				{ length: 10 },
				(_, n) =>
					`${month}-${branch}-${String(n)},${branch},P${branch},${month}-${String(5 + n).padStart(2, '0')} 09:00:00,已完成,${n < 9 - i ? '满意' : '不满意'}`
			)
		)
	);
	return [
		file('callbacks.csv', `回访编号,分部,回访人,回访时间,回访结果,满意度\n${calls.join('\n')}\n`),
		file('branches.csv', 'branch,name\nB1,甲\nB2,乙\nB3,丙\nB4,丁\n')
	];
};
const files = filesOf('2026-10');

/** The handbook's card for all, and the same lines for the small branches as a class of their own, with a prize of its own. */
function classed(): Policy {
	const policy = policyWith({ missing_line: 'renormalise', unit: 'branch' });
	const [card] = policy.scorecards;
	const satisfied = card!.lines.find((line) => line.measure === 'satisfaction')!;
	card!.lines = [{ ...satisfied, weight: '100' }];
	policy.scorecards = [
		card!,
		{
			...structuredClone(card!),
			scorecard: 'small_branches',
			title: { zh: '小分部', en: 'Small branches' },
			applies_to: { units: ['branch', 'person'], posts: [], branches: ['B2', 'B4'] }
		}
	];
	policy.mentions = [];
	policy.acknowledged = [];
	return policy;
}

describe('a class of branches', () => {
	it('has a card of its own, and ranks among itself', async () => {
		const policy = classed();
		expect(checkPolicy(policy).issues).toEqual([]);
		const found = await results(files, [policy]);
		const ranked = (kind: string) =>
			found.rankings
				.filter((r) => r.unit_kind === kind && r.period === '2026-10')
				.map(
					(r) =>
						`${r.scorecard === 'small_branches' ? 'small' : 'all'} ${r.unit} ${String(r.rank)}/${String(r.ranked_units)}`
				)
				.sort();
		expect(ranked('branch')).toEqual(['all B1 1/2', 'all B3 2/2', 'small B2 1/2', 'small B4 2/2']);
		expect(ranked('person')).toEqual(['all PB1 1/2', 'all PB3 2/2', 'small PB2 1/2', 'small PB4 2/2']);
	});

	it('that has no prizes has its ranks of the quarter all the same', async () => {
		const policy = classed();
		expect(policy.awards.some((award) => award.scorecard === 'small_branches')).toBe(false);
		const found = await results(filesOf('2026-07', '2026-08', '2026-09'), [policy]);
		const quarter = found.rankings.filter((r) => r.unit_kind === 'branch' && r.period === '2026Q3');
		expect(quarter.map((r) => `${r.unit} ${String(r.rank)}`).sort()).toEqual([
			'B1 1',
			'B2 1',
			'B3 2',
			'B4 2'
		]);
	});

	it('claims a branch once', () => {
		const policy = classed();
		policy.scorecards.push({ ...structuredClone(policy.scorecards[1]!), scorecard: 'again' });
		expect(checkPolicy(policy).issues.map((i) => i.path)).toContain('scorecards.again.applies_to');
	});
});
