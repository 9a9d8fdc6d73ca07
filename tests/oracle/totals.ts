import type { Policy } from '../../src/lib/policy/schema';
import { monthOf, rowsOf, type Facts, type Unit } from './facts';
import {
	add,
	decimal,
	div,
	fixed,
	frac,
	max,
	mean,
	min,
	mul,
	round,
	sub,
	sum,
	ZERO,
	type Frac
} from './fraction';
import type { ScoredLine } from './lines';
import { auditEvents } from './measures';
import { amount, choice, chosen } from './policy';
import { worthOf } from './ratings';

/** A row of totals.csv. */
export interface TotalRow {
	month: string;
	unit_kind: string;
	unit: string;
	kpi_points: string;
	self: string;
	leader: string;
	group: string;
	blended: string;
	merits: string;
	criticism: string;
	audit: string;
	total: string;
	status: string;
	missing: string;
}

type Role = 'self' | 'leader' | 'group';

/** A unit's total in a month: its row, and the exact total where it is complete. */
export function totalOf(
	facts: Facts,
	policy: Policy,
	lines: ScoredLine[],
	unit: Unit,
	month: string
): { row: TotalRow; total: Frac | null } {
	const kpi = kpiPoints(policy, lines);
	const missing = lines.filter((line) => line.status === 'no_data' || line.assumed).map((line) => line.line);
	const blend = choice(policy, 'blend');
	const parts: Record<Role, Frac | null> = {
		self: rating(facts, policy, 'self', unit, month),
		leader: blend === 'leader_sheet' ? rating(facts, policy, 'leader', unit, month) : kpi,
		group: rating(facts, policy, 'group', unit, month)
	};
	const asked: Role[] =
		blend === 'kpi_only' ? [] : blend === 'leader_sheet' ? ['self', 'leader', 'group'] : ['self', 'group'];
	const absent = asked.filter((role) => parts[role] === null);
	const waits = absent.length > 0 && choice(policy, 'missing_rater') === 'wait';
	const blended =
		(kpi === null && blend !== 'leader_sheet') || waits
			? null
			: blend === 'kpi_only'
				? kpi
				: blendOf(policy, parts);

	const { praise, criticism } = meritsOf(facts, policy, unit, month);
	const offTotal = choice(policy, 'audit_mode') === 'off_total';
	const audit = offTotal ? auditEvents(facts, unit, month).points : ZERO;
	const total = blended && finish(policy, sub(sub(add(blended, praise), criticism), audit));
	const print = (value: Frac | null) => (value === null ? '' : fixed(value, 6));
	const row: TotalRow = {
		month,
		unit_kind: unit.kind,
		unit: unit.unit,
		kpi_points: print(total && kpi),
		self: print(parts.self),
		leader: print(total && parts.leader),
		group: print(parts.group),
		blended: print(total && blended),
		merits: print(praise),
		criticism: print(criticism),
		audit: print(audit),
		total: print(total),
		status: total ? 'ok' : 'incomplete',
		missing: [...missing, ...absent].join(';')
	};
	return { row, total };
}

/** The table's points, scaled for lines that are not applicable or left out; null where it is incomplete. */
function kpiPoints(policy: Policy, lines: ScoredLine[]): Frac | null {
	const ok = lines.filter((line) => line.status === 'ok');
	if (ok.length === 0) return null;
	const gap = lines.some((line) => line.status === 'no_data');
	if (lines.some((line) => line.unread)) return null;
	if (gap && choice(policy, 'missing_line') !== 'renormalise') return null;
	const all = sum(lines.map((line) => line.weight));
	return div(mul(sum(ok.map((line) => line.points)), all), sum(ok.map((line) => line.weight)));
}

/** A role's score: the mean of its raters; for a branch the mean over its rated people's means. */
function rating(facts: Facts, policy: Policy, role: Role, unit: Unit, month: string): Frac | null {
	const rows = rowsOf(facts.ratings, unit).filter((row) => row.role === role && row.month === month);
	const rated = [...new Set(rows.map((row) => row.person))];
	const means = rated.map((person) =>
		mean(
			rows
				.filter((row) => row.person === person)
				.map((row) => worthOf(facts, policy, row))
				.filter((worth) => worth !== null)
		)
	);
	return mean(means.filter((value) => value !== null));
}

/** The weighted mean of the raters' parts; null where no part with a weight is there. */
function blendOf(policy: Policy, parts: Record<Role, Frac | null>): Frac | null {
	const zero = choice(policy, 'missing_rater') === 'zero';
	let top = ZERO;
	let weights = ZERO;
	for (const rater of policy.raters) {
		const part = parts[rater.rater];
		if (part === null && !zero) continue;
		top = add(top, mul(decimal(rater.weight), part ?? ZERO));
		weights = add(weights, decimal(rater.weight));
	}
	return weights.n === 0n ? null : div(top, weights);
}

function meritsOf(facts: Facts, policy: Policy, unit: Unit, month: string) {
	const points = rowsOf(facts.merits, unit)
		.filter((row) => monthOf(row.date) === month)
		.map((row) => {
			const rule = policy.merits.find((merit) => merit.type === row.type);
			const proven = row.evidence !== null && row.evidence !== '';
			return !rule || (rule.needs_evidence && !proven) ? ZERO : decimal(rule.points);
		});
	return {
		praise: sum(points.filter((p) => p.n > 0n)),
		criticism: sub(ZERO, sum(points.filter((p) => p.n < 0n)))
	};
}

/** Floor 0, the one rounding, the cap. */
function finish(policy: Policy, value: Frac): Frac {
	const rounded = round(max(value, ZERO), amount(policy, 'rounding'));
	const cap = chosen(policy, 'merit_cap').amount;
	return cap === undefined ? rounded : min(rounded, frac(cap));
}
