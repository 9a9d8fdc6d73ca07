import { describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
	vi.stubGlobal('localStorage', { getItem: () => null });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
import type { Policy } from '../../../src/lib/policy/schema';
import { EMPTY_RESULTS } from '../../../src/lib/sql/rows';
import {
	changesOf,
	effectsOf,
	everywhere,
	readingsApart,
	sideOf,
	standing,
	standingSide
} from '../../../src/lib/views/what-if';
import { policyWith } from '../../support/policy';
import { awardRow } from '../../support/rows';

const branches = policyWith();
const persons = (from: string): Policy => ({
	...branches,
	policy: 'persons',
	in_force_from: from,
	readings: { ...branches.readings, unit: { ...branches.readings['unit']!, choice: 'person' } }
});
const prize = (unit_kind: 'branch' | 'person', unit: string, yuan: number) =>
	awardRow({ unit_kind, unit, amount: String(yuan * 1000) });
const prizes = [prize('branch', 'B1', 500), prize('branch', 'B2', 600), prize('person', 'P1', 1000)];
const outcome = { rankings: [], lines: [], totals: [], prizes };
const results = {
	...EMPTY_RESULTS,
	awards: prizes.map((p) => ({ ...p, amount: String(Number(p.amount) / 1000) }))
};

describe('what a version would do', () => {
	it('pays the list that its rules pay: another kind of unit takes the one list away and pays the other', () => {
		const [before, after] = [[branches], [branches, persons('2026-09')]];
		const { units, pay } = effectsOf(
			standingSide(results, '2026Q3', 'branch', before),
			sideOf(outcome, '2026Q3', 'branch', after),
			'branch',
			new Map()
		);
		expect(pay).toBe(-100);
		expect(units.map((u) => [u.unit, ...u.pay])).toEqual([
			['B2', 600, 0],
			['B1', 500, 0]
		]);
		expect(changesOf(standing(results), outcome, 'branch', [before, after]).pay).toBe(-100);
		// the last month of the quarter says who is paid
		expect(
			changesOf(standing(results), outcome, 'branch', [before, [branches, persons('2026-10')]]).pay
		).toBe(0);
	});

	it('holds for every month where that is asked, whatever versions there are', () => {
		const own = persons('2026-08');
		const draft = { ...branches, policy: 'draft', in_force_from: '2026-12' };
		const all = everywhere([branches, own], draft);
		expect(all.map((p) => [p.policy, p.in_force_from, p.readings['unit']!.choice])).toEqual([
			[branches.policy, branches.in_force_from, 'branch'],
			['persons', '2026-08', 'branch']
		]);
		expect(readingsApart([branches, own], draft)).toEqual(['unit']);
	});
});
