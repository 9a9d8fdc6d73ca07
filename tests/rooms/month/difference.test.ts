import { describe, expect, it } from 'vitest';
import { monthDifference, type MonthResults } from '../../../src/lib/month/month-results';
import { awardRow } from '../../support/rows';

const MONTH = '2026-09';
const award = (unit_kind: 'branch' | 'person', unit: string, amount: string) =>
	awardRow({ unit_kind, unit, amount });
const results = (awards: MonthResults['awards']): MonthResults => ({
	units: [],
	lines: [],
	totals: [],
	rankings: [],
	awards,
	followups: []
});

describe('what changed since a month was sealed', () => {
	const before = results([award('branch', 'B1', '500'), award('person', 'P1', '500')]);
	const after = results([award('branch', 'B1', '300.5'), award('person', 'P2', '900')]);

	it('pays what the list that is paid says, not that of the other kind beside it', () => {
		expect(monthDifference(MONTH, before, after, ['branch', 'branch']).pay).toBe(-199.5);
		expect(monthDifference(MONTH, before, after, ['person', 'person']).pay).toBe(400);
	});

	it('counts each side by the kind that its own rules pay', () => {
		const changed = monthDifference(MONTH, before, after, ['branch', 'person']);
		expect(changed.units.map((u) => [u.unitKind, u.unit, u.pay])).toEqual([
			['person', 'P2', [0, 900]],
			['branch', 'B1', [500, 0]]
		]);
	});
});
