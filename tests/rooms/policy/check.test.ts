import { describe, expect, it } from 'vitest';
import { countedBy } from '../../../src/lib/reports/evidence';
import { checkPolicy } from '../../../src/lib/policy/check';
import { MEASURES } from '../../../src/lib/sql/measures';
import type { Policy } from '../../../src/lib/policy/schema';
import { policyWith } from '../../support/policy';

const messages = (change: (policy: Policy) => void, lang: 'zh' | 'en' = 'zh'): string[] => {
	const policy = policyWith({});
	change(policy);
	return checkPolicy(JSON.parse(JSON.stringify(policy)), lang).issues.map((i) => `${i.path}: ${i.message}`);
};
const complaints = (policy: Policy) =>
	policy.scorecards[0]!.lines.find((l) => l.measure === 'complaint_unresolved')!;

describe('the data sets of a line', () => {
	it('are those whose records its measure counts', () => {
		expect(messages((p) => void (complaints(p).source = ['tickets', 'fees']))).toEqual([
			'scorecards.service_staff.lines.complaint_resolution.source.1: “投诉未解决率”不由“收费”的记录算出'
		]);
		expect(messages(() => {})).toEqual([]);
	});
	it('are known of every measure: what its rows are listed from is among them', () => {
		for (const [measure, { from }] of Object.entries(MEASURES)) {
			expect(from.length, measure).toBeGreaterThan(0);
			// the staff behind a manager's mean come with the files that score them
			for (const { dataset } of countedBy(measure).filter((l) => l.dataset !== 'people'))
				expect(from, measure).toContain(dataset);
		}
	});
});

it('names measures and kinds of measure in words', () => {
	const [said] = messages((p) => void (complaints(p).scoring = 'per_event'));
	expect(said).not.toMatch(/[a-z_]+”|share/);
});
