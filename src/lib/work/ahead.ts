import { stepAhead, stepsOf, type TierStep } from '../views/ahead';
import { policyLine, type LineCell, type MonthView, type UnitMonth } from '../views/month-view';
import type { HandedAhead } from '../record/handover';
import { tryPolicy } from './ask';
import type { Workspace } from './workspace.svelte';

/** What a line would bring: the next tier first, then what brings a better rank. */
export interface Way {
	line: LineCell;
	steps: TierStep[];
}

/** What each line's next tier would make of a ranked unit's total and rank, and what it takes to a better rank, the best first: scored anew, line by line, until nobody waits any more. */
export async function waysAhead(
	work: Workspace,
	view: MonthView,
	unit: UnitMonth,
	kind: string,
	isGone: () => boolean = () => false
): Promise<Way[]> {
	const ways: Way[] = [];
	for (const line of unit.lines) {
		if (isGone()) return ways;
		const rule = policyLine(view, line.line);
		const steps = await stepsOf(line, rule, unit.rank!, async (events) => {
			const outcome = await tryPolicy(work, {
				policies: work.policy.all,
				adjustments: stepAhead(unit, kind, rule, events),
				months: [unit.month],
				unitKind: kind,
				period: unit.month,
				readings: [],
				watch: unit.unit
			});
			const own = outcome.rankings.find(
				(r) => r.period === unit.month && r.unit_kind === kind && r.unit === unit.unit
			);
			const cell = outcome.lines.find((l) => l.month === unit.month && l.line === line.line);
			return own ? { total: own.total, rank: own.rank, cell } : null;
		});
		if (steps.length > 0) ways.push({ line, steps });
	}
	const best = ({ steps }: Way): TierStep => steps.at(-1)!;
	return ways.sort(
		(a, b) => best(a).rank - best(b).rank || Number(b.steps[0]!.total) - Number(a.steps[0]!.total)
	);
}

/** Ways with what is shown of their steps, as they can be handed over. */
export const handedWays = (ways: Way[]): HandedAhead['ways'] =>
	ways.map(({ line, steps }) => ({
		line: line.line,
		steps: steps.map(({ events, total, rank, cell }) => ({
			...{ events, total, rank },
			deduction: cell?.deduction ?? null
		}))
	}));
