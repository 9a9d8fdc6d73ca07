import { dayOf, today } from '../calendar/day';
import type { AheadRow } from '../compute/trial';
import type { Rule } from '../views/ahead';
import { policyLine, type LineCell, type MonthView, type UnitMonth } from '../views/month-view';
import { daysGone, needsOf, paceOf, type DaysGone, type Need } from '../views/pace';
import { tryPolicy } from './ask';
import type { Workspace } from './workspace.svelte';

/** A line now and at the month's end if it goes on as it did, and what better tiers ask of the days that are left. */
export interface PaceLine {
	now: LineCell;
	then: AheadRow;
	needs: Need[];
}

/** What a unit's month comes to if all go on as they did; the rank is null where it isn't ranked. */
export interface Pace {
	total: string | null;
	rank: number | null;
	lines: PaceLine[];
}

/** How far a month is: by working days up to today, or to the day on which files were imported last; null where it doesn't run. */
export function daysGoneIn({ inputs, log, calendar }: Workspace, month: string): DaysGone | null {
	if (log.sealed.has(month) || inputs.files.length === 0) return null;
	const imported = inputs.files
		.map((f) => dayOf(f.importedAt))
		.sort()
		.at(-1)!;
	const day = today();
	return daysGone(calendar, month, imported < day ? imported : day);
}

/** Scores a month as if every unit went on at its pace. */
export async function paceIn(
	work: Workspace,
	view: MonthView,
	unit: UnitMonth,
	kind: string,
	days: DaysGone
): Promise<Pace> {
	const ruleOf = (line: string): Rule => policyLine(view, line);
	const outcome = await tryPolicy(work, {
		policies: work.policy.all,
		adjustments: paceOf(view.units, kind, ruleOf, view.policy, days),
		months: [unit.month],
		unitKind: kind,
		period: unit.month,
		readings: [],
		watch: unit.unit
	});
	const own = outcome.rankings.find((r) => r.unit_kind === kind && r.unit === unit.unit);
	const lines = unit.lines.flatMap((now) => {
		const then = outcome.lines.find((l) => l.month === unit.month && l.line === now.line);
		return then ? [{ now, then, needs: needsOf(now, then, ruleOf(now.line), view.policy, days) }] : [];
	});
	return { total: own?.total ?? null, rank: own?.rank ?? null, lines };
}
