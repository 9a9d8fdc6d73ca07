import { describe, expect, it } from 'vitest';
import { choiceText } from '../../../src/lib/policy/choice-text';
import { policyWith } from '../../support/policy';

describe('what a reading says', () => {
	it('is said with the version’s own numbers, whatever they are changed to', () => {
		const policy = policyWith();
		const said = (name: string, choice: string): string => choiceText('zh', policy, name, choice);
		expect(said('callback_quota_amount', 'fixed')).toBe('200条');
		expect(said('complaint_edges', 'upper_inclusive')).toContain('(0, 0.4] → 2');
		expect(said('blend', 'kpi_table')).toContain('自评 15%');
		policy.readings['callback_quota_amount']!.alternatives['fixed']!.amount = 72;
		policy.readings['feedback_standard']!.alternatives['hours']!.amount = 72;
		policy.raters[0]!.weight = '20';
		const line = policy.scorecards[0]!.lines.find((l) => l.line === 'complaint_resolution')!;
		line.bounds = ['0', '0.8', '1', '1.5'];
		expect(said('callback_quota_amount', 'fixed')).toBe('72条');
		expect(said('feedback_standard', 'hours')).toBe('72小时内');
		expect(said('complaint_edges', 'upper_inclusive')).toContain('(0, 0.8] → 2');
		expect(said('complaint_edges', 'lower_inclusive')).toContain('[0.8, 1) → 4');
		expect(said('blend', 'kpi_table')).toContain('自评 20%');
	});

	it('holds no place that nothing fills, in either language', () => {
		const policy = policyWith();
		for (const [name, reading] of Object.entries(policy.readings))
			for (const choice of Object.keys(reading.alternatives))
				for (const lang of ['zh', 'en'] as const)
					expect(choiceText(lang, policy, name, choice)).not.toMatch(/\{\w+\}|→ $|：$|: $|undefined/);
	});
});
