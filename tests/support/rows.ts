import type { AwardRow, LineRow, TotalRow, UnitRow, RankingRow } from '../../src/lib/sql/rows';

/** A unit as a computation gives it, a branch unless said otherwise. */
export const unitRow = (given: Partial<UnitRow>): UnitRow => ({
	month: '2026-09',
	unit_kind: 'branch',
	unit: 'B1',
	branch: null,
	name: null,
	post: null,
	...given
});

/** A line without deductions. */
export const lineRow = (given: Partial<LineRow>): LineRow => ({
	month: '2026-09',
	unit_kind: 'branch',
	unit: 'B1',
	scorecard: 'service_staff',
	line: 'satisfaction',
	numerator: '0',
	denominator: '0',
	value: null,
	tier: null,
	deduction: null,
	beyond_floor: '0',
	points: null,
	weight: '10',
	status: 'ok',
	clause: '',
	...given
});

/** A total of nothing but what is given. */
export const totalRow = (given: Partial<TotalRow>): TotalRow => ({
	month: '2026-09',
	unit_kind: 'branch',
	unit: 'B1',
	kpi_points: null,
	self: null,
	leader: null,
	group: null,
	blended: null,
	merits: '0.000000',
	criticism: '0.000000',
	audit: '0.000000',
	total: null,
	status: 'ok',
	missing: '',
	scorecard: 'service_staff',
	...given
});

/** A first prize. */
export const awardRow = (given: Partial<AwardRow>): AwardRow => ({
	period: '2026Q3',
	award: 'quarter',
	unit_kind: 'branch',
	unit: 'B1',
	rank: 1,
	amount: '500',
	...given
});

export const rankingRow = (given: Partial<RankingRow>): RankingRow => ({
	period: '2026-09',
	unit_kind: 'branch',
	unit: 'B1',
	total: '90',
	rank: 1,
	tied: false,
	ranked_units: 2,
	scorecard: 'staff',
	...given
});
