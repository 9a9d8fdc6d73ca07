import type { Policy, PolicyLine } from '../../src/lib/policy/schema';
import type { Facts, Unit } from './facts';
import { cmp, decimal, div, fixed, frac, min, mul, sub, trimmed, ZERO, type Frac } from './fraction';
import { isUnread, measured, type Measure } from './measures';
import { choice, listed } from './policy';

/** A row of lines.csv. */
export interface LineRow {
	month: string;
	unit_kind: string;
	unit: string;
	scorecard: string;
	line: string;
	numerator: string;
	denominator: string;
	value: string;
	tier: string;
	deduction: string;
	beyond_floor: string;
	points: string;
	weight: string;
	status: string;
	clause: string;
}

/** A line's row with what the total needs of it, exact. */
export interface ScoredLine {
	row: LineRow;
	line: string;
	status: 'ok' | 'no_data' | 'not_applicable';
	weight: Frac;
	points: Frac;
	/** Nothing of what it rests on was read. */
	unread?: boolean;
	/** Full marks for want of rows, as the policy says. */
	assumed?: boolean;
}

/** Scores one line of a unit in a month. */
export function scoreLine(
	facts: Facts,
	policy: Policy,
	line: PolicyLine,
	unit: Unit,
	month: string,
	stated: readonly string[]
): ScoredLine {
	const weight = decimal(line.weight);
	const row: LineRow = {
		month,
		unit_kind: unit.kind,
		unit: unit.unit,
		scorecard: policy.scorecards[0]?.scorecard ?? '',
		line: line.line,
		numerator: '0',
		denominator: '0',
		value: '',
		tier: '',
		deduction: '',
		beyond_floor: '0',
		points: '',
		weight: trimmed(weight, 3),
		status: 'ok',
		clause: line.clause
	};
	const asBranch = unit.kind === 'person' && !line.personal;
	if (asBranch && choice(policy, 'person_lines') === 'reweight') {
		row.status = 'not_applicable';
		return { row, line: line.line, status: 'not_applicable', weight, points: ZERO };
	}
	const whose: Unit = asBranch ? { kind: 'branch', unit: unit.branch ?? '', branch: unit.branch } : unit;
	const found = measured(facts, policy, line.measure, whose, month);
	row.numerator = String(found.numerator);
	row.denominator = trimmed(found.denominator, 6);

	if (isUnread(facts, line.measure, month, stated)) {
		row.status = 'no_data';
		return { row, line: line.line, status: 'no_data', weight, points: ZERO, unread: true };
	}
	const empty = found.denominator.n === 0n && (line.scoring === 'tiered_rate' || found.numerator === 0);
	if (empty && noRows(policy, line) === 'no_data') {
		if (choice(policy, 'missing_line') !== 'full_marks') {
			row.status = 'no_data';
			return { row, line: line.line, status: 'no_data', weight, points: ZERO };
		}
		row.deduction = '0';
		row.points = trimmed(weight, 3);
		return { row, line: line.line, status: 'ok', weight, points: weight, assumed: true };
	}
	const deduction = deduct(policy, line, found, row);
	const off = min(deduction, weight);
	const points = sub(weight, off);
	row.deduction = trimmed(off, 3);
	row.beyond_floor = trimmed(sub(deduction, off), 3);
	row.points = trimmed(points, 3);
	return { row, line: line.line, status: 'ok', weight, points };
}

/** What becomes of a line without rows: full marks, or no data (of which `missing_line` decides). */
function noRows(policy: Policy, line: PolicyLine): 'full_marks' | 'no_data' {
	const rule = typeof line.no_rows === 'string' ? line.no_rows : choice(policy, line.no_rows.reading);
	return rule === 'full_marks' ? 'full_marks' : 'no_data';
}

/** The deduction before the floor; writes the value and the tier into the row. */
function deduct(policy: Policy, line: PolicyLine, found: Measure, row: LineRow): Frac {
	const count = frac(found.numerator);
	row.value = row.numerator;
	if (line.scoring === 'per_event') return mul(count, decimal(line.deduction_each ?? '0'));
	if (line.scoring === 'points_off')
		return line.mode && choice(policy, line.mode.reading) === 'off_line' ? found.points : ZERO;
	let compared = count;
	let tier = 1;
	if (line.scoring === 'tiered_rate') {
		const none = found.denominator.n === 0n;
		const ratio = none ? ZERO : div(count, found.denominator);
		row.value = fixed(ratio, 6);
		compared = mul(ratio, frac(100));
		if (line.direction === 'higher') compared = min(compared, frac(100));
		if (!none) tier = tierOf(policy, line, compared);
	} else tier = tierOf(policy, line, compared);
	row.tier = String(tier);
	const deductions = listed<string>(policy, line.deductions, 'deductions');
	return decimal(deductions[tier - 1] ?? '0');
}

/** The tier (1 is best) that takes a value: the first whose bound it keeps. */
function tierOf(policy: Policy, line: PolicyLine, value: Frac): number {
	const bounds = line.bounds ?? [];
	const edges = listed<'better' | 'worse'>(policy, line.edges, 'edges');
	for (let i = 0; i < bounds.length; i++) {
		const side = cmp(value, decimal(bounds[i] ?? '0')) * (line.direction === 'higher' ? -1 : 1);
		if (side < 0 || (side === 0 && edges[i] === 'better')) return i + 1;
	}
	return bounds.length + 1;
}
