import type { Policy } from '../../src/lib/policy/schema';
import { addMonths, type Facts, type Unit } from './facts';
import { scoreLine, type LineRow } from './lines';
import {
	awardRows,
	followupRows,
	periodsOf,
	rank,
	rankingRows,
	rankPeriod,
	sortRows,
	type AwardRow,
	type Entry,
	type FollowupRow,
	type Ranked,
	type RankingRow
} from './ranks';
import { totalOf, type TotalRow } from './totals';
import { monthsOf, unitsOf } from './units';

/** The accepted rows that the oracle scores. */
export type { Facts } from './facts';

/** What the oracle computes: the rows of five result files, each cell as it is printed. */
export interface Results {
	lines: LineRow[];
	totals: TotalRow[];
	rankings: RankingRow[];
	awards: AwardRow[];
	followups: FollowupRow[];
}

/** Whether the policy ranks a unit in a month: not in its first months, not one who was hardly there. */
function isRanked(facts: Facts, policy: Policy, unit: Unit, month: string): boolean {
	const {
		newcomer_months: asNew,
		branch_months: asOpened,
		least_present: least
	} = policy.parts?.ranked ?? {
		newcomer_months: 0,
		branch_months: 0,
		least_present: '0'
	};
	if (unit.kind === 'branch') {
		const opened = facts.branches?.find((b) => b.branch === unit.unit)?.opened_on;
		return !opened || opened.slice(0, 7) <= addMonths(month, -asOpened);
	}
	const own = (facts.people ?? []).filter((p) => p.person === unit.unit).map((p) => p.from);
	const hired = own.includes(null) ? undefined : (own as string[]).sort()[0];
	if (hired !== undefined && hired.slice(0, 7) > addMonths(month, -asNew)) return false;
	const days = facts.attendance.filter((a) => a.month === month && a.person === unit.unit);
	const due = days.reduce((all, a) => all + Number(a.due_days), 0);
	const there = days.reduce((all, a) => all + Number(a.attended_days), 0);
	return days.length === 0 || there * 100 >= due * Number(least);
}

/** Recomputes every result of all months and complete periods (`stated`: the data sets of which none is said to have come), plainly and slowly, from the readings' words. */
export function oracle(facts: Facts, policy: Policy, stated: readonly string[] = []): Results {
	const out: Results = { lines: [], totals: [], rankings: [], awards: [], followups: [] };
	const months = monthsOf(facts);
	const entries = new Map<string, Entry[]>();
	for (const month of months)
		for (const unit of unitsOf(facts, policy, month)) {
			const card = policy.scorecards[0]?.lines ?? [];
			const lines = card.map((line) => scoreLine(facts, policy, line, unit, month, stated));
			const { row, total } = totalOf(facts, policy, lines, unit, month);
			out.lines.push(...lines.map((line) => line.row));
			out.totals.push(row);
			const key = `${unit.kind} ${month}`;
			if (total && isRanked(facts, policy, unit, month))
				entries.set(key, [...(entries.get(key) ?? []), { unit: unit.unit, total, by: total }]);
		}
	for (const kind of ['branch', 'person']) {
		const monthly = new Map<string, Ranked[]>();
		for (const month of months) {
			const ranked = rank(policy, entries.get(`${kind} ${month}`) ?? []);
			monthly.set(month, ranked);
			out.rankings.push(...rankingRows(month, kind, ranked));
			out.followups.push(...followupRows(policy, month, kind, ranked));
		}
		for (const { period, months: three } of periodsOf(policy, months)) {
			const ranked = rankPeriod(
				policy,
				three.map((month) => monthly.get(month) ?? [])
			);
			out.rankings.push(...rankingRows(period, kind, ranked));
			out.awards.push(...awardRows(policy, period, kind, ranked));
		}
	}
	return {
		lines: sortRows(out.lines, ['month', 'unit_kind', 'unit', 'line']),
		totals: sortRows(out.totals, ['month', 'unit_kind', 'unit']),
		rankings: sortRows(out.rankings, ['period', 'unit_kind', 'rank', 'unit']),
		awards: sortRows(out.awards, ['period', 'award', 'unit_kind', 'rank', 'unit']),
		followups: sortRows(out.followups, ['period', 'kind', 'unit_kind', 'rank', 'unit'])
	};
}
