import type { Handover } from '../../record/handover';
import { policyInForce } from '../../policy/in-force';
import type { Policy } from '../../policy/schema';
import type { UnitKind } from '../filters';
import { unitNames } from '../../compute/names';
import { monthView, type MonthView } from '../month-view';
import type { PaperSource } from '../paper/papers';

/** The version that a handed-over month was scored by. */
export function ruleOf({ rules, policies }: Handover, month: string): Policy {
	const name = rules.find((r) => r.month === month)?.policy;
	return policies.find((p) => p.policy === name) ?? policyInForce(month, policies);
}

/** Who has a form in a month of what was handed over: the branch, then its people. */
export function unitsOf(
	{ results }: Handover,
	month: string
): { kind: UnitKind; unit: string; name: string }[] {
	const names = unitNames(results);
	const of = (kind: UnitKind) =>
		results.totals
			.filter((t) => t.month === month && t.unit_kind === kind)
			.map(({ unit }) => ({ kind, unit, name: names.get(`${kind}/${unit}`) ?? unit }));
	return [...of('branch'), ...of('person')];
}

/** What a form of a handed-over month is made from. */
export const paperSource = (
	given: Handover,
	lang: PaperSource['lang'],
	month: string,
	kind: UnitKind
): PaperSource => {
	const policy = ruleOf(given, month);
	const seal = given.seals.find((s) => s.month === month) ?? null;
	return {
		...{ lang, policy, kind, results: given.results, posts: given.results.units, period: month },
		stamp: { policies: [policy.policy], months: [{ month, seal }] },
		published: null,
		plans: []
	};
};

/** The card of a unit in a handed-over month: that of the scorecard it has. */
export function viewOf(given: Handover, month: string, kind: UnitKind, unit: string): MonthView {
	const scorecard = given.results.totals.find(
		(t) => t.month === month && t.unit_kind === kind && t.unit === unit
	)?.scorecard;
	return monthView(given.results, ruleOf(given, month), month, kind, scorecard ?? null);
}
