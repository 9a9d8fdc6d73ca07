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

describe('a tiered line', () => {
	const of = (change: (line: Policy['scorecards'][number]['lines'][number]) => void) =>
		messages((p) => change(complaints(p)), 'en').map((said) =>
			said.replace('scorecards.service_staff.lines.complaint_resolution', '…')
		);
	it('needs bounds, a direction, an edge a bound and a deduction a tier', () => {
		expect([
			of((l) => (l.bounds = [])),
			of((l) => delete l.bounds),
			of((l) => delete l.direction),
			of((l) => (l.bounds = l.bounds!.slice(1))),
			of((l) => (l.edges = ['better', 'better'])),
			of((l) => (l.deductions = ['0', '1']))
		]).toEqual([
			['…: a tiered line needs tiers, or bounds and a direction'],
			['…: a tiered line needs tiers, or bounds and a direction'],
			['…: a tiered line needs tiers, or bounds and a direction'],
			['….edges: 4 edges for 3 bounds', '….deductions: 5 deductions for 4 tiers'],
			['….edges: 2 edges for 4 bounds'],
			['….deductions: 2 deductions for 5 tiers']
		]);
		// what hangs on a reading that nobody has chosen yet can't be counted
		const open = messages((p) => {
			p.readings['complaint_edges']!.choice = null;
			complaints(p).bounds = ['1'];
		}, 'en');
		expect(open).toEqual([]);
		// what isn't there at all is none
		const lack = ['….edges: 0 edges for 4 bounds', '….deductions: 2 deductions for 5 tiers'];
		const without = (edges?: object) => of((l) => Object.assign(l, { edges, deductions: ['0', '1'] }));
		expect(without()).toEqual(lack);
		expect(without({ reading: 'nowhere' })).toEqual(['….edges: no reading “nowhere”', ...lack]);
	});

	it('takes plain decimals alone, and names nothing twice', () => {
		expect(of((l) => (l.weight = 'many'))).toEqual(['….weight: “many” is no number: write it as 12 or 12.5']);
		expect(messages((p) => p.merits.push(p.merits[0]!), 'en')).toEqual(['merits: “letter” stands twice']);
		expect(messages((p) => Object.assign(p, { in_force_from: 'soon' }), 'en')[0]).toMatch(
			/^in_force_from: (?!.*12\.5)/
		);
	});
});
