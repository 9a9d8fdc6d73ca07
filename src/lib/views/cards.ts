import type { Policy, Scorecard } from '../policy/schema';
import { policyInForce } from '../policy/in-force';
import type { Filters } from './filters';
import { monthsOf } from '../calendar/period';
import type { Results } from '../sql/rows';
import { rowsOf } from '../compute/rows-of';

/** The scorecards that units of the kind on the screen have in its period. */
export function cardsOf(results: Results, policies: Policy[], { period, unitKind }: Filters): Scorecard[] {
	const months = monthsOf(period);
	const totals = months.flatMap((month) => rowsOf(results.totals, month, unitKind));
	const names = new Set(totals.map((t) => t.scorecard));
	if (names.size === 0) return [];
	return policyInForce(months.at(-1)!, policies).scorecards.filter((c) => names.has(c.scorecard));
}
