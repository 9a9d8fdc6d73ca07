import { paidKind } from '../policy/in-force';
import type { BulletinData } from '../record/kinds/month';
import { planDue } from './due';
import type { MonthLife, Situation } from './life';
import { monthResults } from './month-results';

/** What a bulletin says: who is ranked where, and who owes a plan by when; those named before keep their deadline. */
export function bulletinOf(
	{ results, calendar }: Pick<Situation, 'results' | 'calendar'>,
	now: MonthLife,
	number: string,
	date: string,
	issued: string
): BulletinData {
	const { month, policy } = now;
	const kind = paidKind(policy);
	// who was named before keeps the deadline, unless the date itself was wrong
	const before = now.life.bulletins.at(-1);
	const kept = before !== undefined && before.date !== date ? [] : now.plans;
	const known = new Map(kept.map((p) => [`${p.kind}/${p.unit}`, p.due]));
	const { followups, rankings } = monthResults(results, month);
	return {
		number,
		date,
		plans: followups
			.filter((f) => f.unit_kind === kind && f.period === month)
			.map((f) => ({
				kind: f.kind,
				unitKind: kind,
				unit: f.unit,
				rank: f.rank,
				due: known.get(`${f.kind}/${f.unit}`) ?? planDue(issued, policy, calendar)
			})),
		ranked: rankings
			.filter((r) => r.period === month)
			.map((r) => ({
				unitKind: r.unit_kind,
				unit: r.unit,
				total: r.total,
				rank: r.rank
			}))
	};
}
