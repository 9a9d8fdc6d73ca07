import type { BrowserEngine } from '../engine/engine-client';
import type { Policy } from '../policy/schema';
import { paidKind } from '../policy/in-force';
import { canonical } from '../record/canonical';
import { isErased } from '../month/life';
import { monthDifference, monthResults, type MonthDifference } from '../month/month-results';
import { monthsBefore } from '../calendar/period';
import type { Results } from '../sql/rows';
import { workbench } from './workbench';
import type { WorkLog } from './log.svelte';

const OWN = ['units', 'lines', 'totals'] as const;
const RANKED = ['rankings', 'awards', 'followups'] as const;

/** What would change in each sealed month whose files are all there, if it were reopened as things are. */
export async function lateChanges(
	engine: BrowserEngine,
	log: WorkLog,
	computed: Results,
	policyIn: (month: string) => Policy
): Promise<Map<string, MonthDifference>> {
	const late = new Map<string, MonthDifference>();
	const intact = new Set(
		[...log.sealed].flatMap(([month, seal]) => {
			const own = monthResults(computed, month);
			return OWN.every((part) => canonical(own[part]) === canonical(seal[part])) ? [month] : [];
		})
	);
	const loaded = new Set(computed.rules.map((rule) => rule.month));
	for (const [month, seal] of log.sealed) {
		if (isErased(log, month)) continue;
		// ranks of a month follow from its totals, those of its quarter or span from the two months before too
		if (monthsBefore(month, 2).every((m) => intact.has(m) || !loaded.has(m))) continue;
		const { unsealed } = await workbench();
		const after = monthResults({ ...computed, ...(await unsealed(engine, month)) }, month);
		const same = [...OWN, ...RANKED].every((part) => canonical(after[part]) === canonical(seal[part]));
		if (!same)
			late.set(
				month,
				monthDifference(month, seal, after, [paidKind(seal.policy), paidKind(policyIn(month))])
			);
	}
	return late;
}
