import { describe, expect, it } from 'vitest';
import { entryOf, untyped, type TypedEntry } from '../../../src/lib/views/entry-form';
import { policyWith } from '../../support/policy';

describe('an entry of the ledger as it is typed', () => {
	const month = '2026-09';
	const handbook = policyWith();
	const line = handbook.scorecards[0]!.lines[0]!;
	const of = (typed: Partial<TypedEntry>) =>
		entryOf(
			{ ...untyped(), branch: 'B01', date: '2026-09-10', ...typed },
			{ month, policy: handbook, line, source: '3/26' }
		);

	it('takes the points of a merit from the rules, and its evidence where they ask for it (L29)', () => {
		expect(of({ merit: 'company_praise' })).toEqual({
			month,
			branch: 'B01',
			person: null,
			evidence: '',
			type: 'merit',
			date: '2026-09-10',
			merit: 'company_praise',
			points: '3'
		});
		expect(of({ merit: 'media_praise' })).toBeNull();
		expect(of({ merit: 'media_praise', evidence: ' 报道 ' })?.evidence).toBe('报道');
		expect(of({ merit: '没有的' })).toBeNull();
	});

	it('lacks a branch, a date of the month, or what backs an audit', () => {
		expect(of({ merit: 'company_praise', branch: '' })).toBeNull();
		expect(of({ merit: 'company_praise', date: '2026-08-31' })).toBeNull();
		expect(of({ type: 'audit', points: '2.5' })).toBeNull();
		expect(of({ type: 'audit', points: '2.5', evidence: '通报' })).toMatchObject({ points: '2.5' });
		for (const points of ['0', '-1', '100', '1.2345', ''])
			expect(of({ type: 'audit', points, evidence: 'x' })).toBeNull();
	});

	it('corrects the line of the branch, or of the person named, by whole numbers that change something', () => {
		const correction = {
			type: 'correction',
			evidence: '误记',
			date: '',
			numerator: '-1',
			denominator: '0'
		} as const;
		expect(of(correction)).toEqual({
			month,
			branch: 'B01',
			person: null,
			evidence: '误记',
			type: 'correction',
			measure: line.measure,
			line: line.line,
			unitKind: 'branch',
			unit: 'B01',
			numerator: -1,
			denominator: 0,
			source: '3/26'
		});
		expect(of({ ...correction, person: 'B01-02' })).toMatchObject({ unitKind: 'person', unit: 'B01-02' });
		expect(of({ ...correction, numerator: '0' })).toBeNull();
		expect(of({ ...correction, numerator: '1.5' })).toBeNull();
	});
});
