import type { TrialOutcome } from '../compute/trial';
import type { Attempt } from '../compute/scope';
import type { Policy } from '../policy/schema';
import type { UnitKind } from './filters';
import type { Results } from '../sql/rows';
import { changedReadings } from '../policy/diff';
import { unitNames } from '../compute/names';
import { monthsToScore, prizesOf } from './what-if';

/** What one combination of readings pays in a quarter, in yuan. */
export interface Cost {
	quarterReading: string;
	tieRule: string;
	tiedPrize: string;
	/** True for the combination that the policy in force chose. */
	chosen: boolean;
	payees: { unit: string; name: string; amount: number }[];
	sum: number;
}

const READINGS = ['quarter_reading', 'tie_rule', 'tied_prize'] as const;

/** How many combinations a policy has. */
export const combinations = (policy: Policy): number =>
	READINGS.reduce((all, name) => all * Object.keys(policy.readings[name]!.alternatives).length, 1);

/** Tries every reading of the quarter with every tie rule and way to share a prize, one after the other; `each` hears of every one. */
export async function costTable(
	policy: Policy,
	policies: Policy[],
	quarter: string,
	unitKind: UnitKind,
	results: Results,
	attempt: (trial: Attempt) => Promise<TrialOutcome>,
	each: (costs: Cost[]) => void
): Promise<Cost[]> {
	const choices = READINGS.map((name) => Object.keys(policy.readings[name]!.alternatives));
	const costs: Cost[] = [];
	const names = unitNames(results);
	for (const quarterReading of choices[0]!)
		for (const tieRule of choices[1]!)
			for (const tiedPrize of choices[2]!) {
				const chosen = { quarter_reading: quarterReading, tie_rule: tieRule, tied_prize: tiedPrize };
				const other = withChoices(policy, chosen);
				const outcome = await attempt({
					policies: policies.map((p) => (p.policy === policy.policy ? other : p)),
					adjustments: [],
					months: monthsToScore(quarter, other),
					unitKind,
					period: quarter,
					readings: changedReadings(policy, other)
				});
				const payees = [...prizesOf(outcome, quarter, unitKind)]
					.filter(([, amount]) => amount > 0)
					.map(([unit, amount]) => ({ unit, name: names.get(`${unitKind}/${unit}`) ?? unit, amount }))
					.sort((a, b) => b.amount - a.amount || (a.unit < b.unit ? -1 : 1));
				costs.push({
					quarterReading,
					tieRule,
					tiedPrize,
					chosen: READINGS.every((name) => policy.readings[name]!.choice === chosen[name]),
					payees,
					sum: payees.reduce((sum, p) => sum + p.amount, 0)
				});
				each([...costs]);
			}
	return costs;
}

const withChoices = (policy: Policy, choices: Record<string, string>): Policy => ({
	...policy,
	readings: {
		...policy.readings,
		...Object.fromEntries(
			Object.entries(choices).map(([name, choice]) => [name, { ...policy.readings[name]!, choice }])
		)
	}
});
