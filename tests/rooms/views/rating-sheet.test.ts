import { describe, expect, it } from 'vitest';
import { lackOf, sheetCounts } from '../../../src/lib/views/rating-sheet';
import { policyWith } from '../../support/policy';

describe('a rating sheet as it is typed', () => {
	const sheet = { role: 'leader', scores: ['92', '88.5'], beside: 0, mode: '', replaceable: true } as const;

	it('lacks scores, sound ones, or the rater', () => {
		expect(lackOf({ ...sheet, scores: [] })).toBe('scores');
		expect(lackOf({ ...sheet, scores: ['92', '101'] })).toBe('sound');
		expect(lackOf(sheet)).toBe('rater');
		expect(lackOf({ ...sheet, role: 'self' })).toBeNull();
	});

	it('beside scores of files says whether it takes their place, which needs a named one each', () => {
		expect(lackOf({ ...sheet, beside: 1 })).toBe('mode');
		expect(lackOf({ ...sheet, beside: 1, mode: 'add' })).toBe('rater');
		expect(lackOf({ ...sheet, beside: 1, mode: 'replace' })).toBe('rater');
		expect(lackOf({ ...sheet, beside: 1, mode: 'replace', replaceable: false })).toBe('mode');
		expect(lackOf({ ...sheet, beside: 2, mode: 'replace' })).toBeNull();
	});

	it('enters the score as the version reads the blend (L22)', () => {
		const counts = (blend: string, role: string): boolean => sheetCounts(policyWith({ blend }), role);
		expect(counts('leader_sheet', 'leader')).toBe(true);
		expect(counts('kpi_only', 'group')).toBe(false);
		const choice = policyWith().readings['blend']!.choice ?? '';
		expect([counts(choice, 'leader'), counts(choice, 'self')]).toEqual([false, true]);
	});
});
