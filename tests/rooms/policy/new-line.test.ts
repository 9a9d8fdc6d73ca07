import { describe, expect, it } from 'vitest';
import { lintPolicy } from '../../../src/lib/policy/lint';
import { MEASURES } from '../../../src/lib/sql/measures';
import { newLine } from '../../../src/lib/policy/new-line';
import { policyWith } from '../../support/policy';

describe('a new line', () => {
	it('has the words and data sets of its measure and no clause of another line, for every measure there is', () => {
		const known = policyWith().scorecards.flatMap((c) => c.lines);
		for (const measure of Object.keys(MEASURES)) {
			const policy = policyWith();
			const line = newLine('own_a', measure, { zh: '新项目', en: 'New' }, known, false);
			expect([line.measure, line.clause, line.quote, line.weight]).toEqual([measure, '', '', '0']);
			const like = known.find((l) => l.measure === measure);
			expect([line.source, line.personal]).toEqual([
				like?.source ?? MEASURES[measure]!.from,
				like?.personal ?? false
			]);
			policy.scorecards[0]!.lines.push(line);
			const codes = lintPolicy(policy)
				.filter((f) => f.line === 'own_a' && f.severity === 'error')
				.map((f) => f.code);
			// what only a person can say is asked for, and nothing else is wrong
			expect(codes.filter((code) => !['deduction_over_weight'].includes(code))).toEqual([]);
			expect(lintPolicy(policy).some((f) => f.code === 'schema')).toBe(false);
		}
	});
});
