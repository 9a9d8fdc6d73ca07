import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/lib/policy/parts';
import { policyTables } from '../../../src/lib/policy/tables';
import { policyWith } from '../../support/policy';

/** The one row of a table, by column. */
function rowOf(name: string, parts: object): Record<string, unknown> {
	const policy = policyWith();
	policy.parts = { ...partsOf(policy), ...parts };
	const table = policyTables([policy]).find((t) => t.name === name)!;
	expect(table.rows).toHaveLength(1);
	return Object.fromEntries(table.columns.map(([column], i) => [column, table.rows[0]![i]]));
}

describe('the rules of the parts as a relation', () => {
	it('hold what a version says, and nothing where it says nothing', () => {
		expect(rowOf('part', { satisfied_from: 4, repeat: { days: 7 } })).toMatchObject({
			satisfied_from: 4,
			repeat_days: 7
		});
		expect(rowOf('part', { satisfied_from: undefined, repeat: undefined })).toMatchObject({
			satisfied_from: null,
			repeat_days: null
		});
	});
});

describe('the tables of a policy', () => {
	it('say for which posts a card is, and for all where it names none', () => {
		const policy = policyWith();
		policy.scorecards[0]!.applies_to = { units: ['branch', 'person'], posts: ['回访员', '客服'] };
		policy.scorecards[1]!.applies_to = { units: ['person'], posts: [] };
		const applies = policyTables([policy]).find((t) => t.name === 'applies')!;
		expect(applies.rows.map((row) => row.slice(1))).toEqual([
			['service_staff', 'branch', null, null],
			['service_staff', 'person', '回访员', null],
			['service_staff', 'person', '客服', null],
			['call_centre_manager', 'person', null, null]
		]);
	});

	it('take a bound for part of its tier where nothing says otherwise', () => {
		const policy = policyWith();
		const [line] = policy.scorecards[0]!.lines;
		for (const key of ['bounds', 'edges', 'deductions'] as const) delete line![key];
		line!.tiers = [
			{ lower: '90', deduction: '0' },
			{ lower: '80', lower_in: false, upper: '90', upper_in: false, deduction: '1' },
			{ upper: '80', deduction: '2' }
		];
		const tiers = policyTables([policy]).find((t) => t.name === 'tier')!;
		expect(tiers.rows.filter((row) => row[2] === line!.line).map((row) => row.slice(3))).toEqual([
			[1, 90_000, true, null, true, 0],
			[2, 80_000, false, 90_000, false, 1000],
			[3, null, true, 80_000, true, 2000]
		]);
	});
});
