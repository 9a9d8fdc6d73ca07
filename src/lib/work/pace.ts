import { today } from '../calendar/day';
import type { AheadRow } from '../compute/trial';
import type { Rule } from '../views/ahead';
import { policyLine, type LineCell, type MonthView, type UnitMonth } from '../views/month-view';
import { daysGone, needsOf, paceOf, type DaysGone, type Need } from '../views/pace';
import { recordsThrough } from '../reports/records-through';
import { askRows, tryPolicy } from './ask';
import type { Workspace } from './workspace.svelte';

/** A line now and at the month's end if it goes on as it did, and what better tiers ask of the days that are left. */
export interface PaceLine {
	now: LineCell;
	then: AheadRow;
	needs: Need[];
}

/** What a unit's month comes to if all go on as they did; the rank is null where it isn't ranked. */
export interface Pace {
	days: DaysGone;
	/** The last day of the rows that it goes by. */
	through: string;
	total: string | null;
	rank: number | null;
	lines: PaceLine[];
}

/** Whether a month runs: today is in it, it isn't sealed, and it has rows. */
export const runs = ({ inputs, log }: Workspace, month: string): boolean =>
	today().slice(0, 7) === month && !log.sealed.has(month) && inputs.files.length > 0;

/** How far a month is by working days up to the last day that both its callbacks and its tickets have; null where that tells nothing. */
async function daysGoneIn(
	work: Workspace,
	month: string
): Promise<{ days: DaysGone; through: string } | null> {
	const [row] = await askRows<{ through: string | null }>(work, recordsThrough(month));
	const through = row?.through ?? null;
	const days = through === null ? null : daysGone(work.calendar, month, today(), through);
	return through !== null && days ? { days, through } : null;
}

/** Scores a month as if every unit went on at its pace; null where its days tell nothing. */
export async function paceIn(
	work: Workspace,
	view: MonthView,
	unit: UnitMonth,
	kind: string
): Promise<Pace | null> {
	const gone = await daysGoneIn(work, unit.month);
	if (!gone) return null;
	const { days, through } = gone;
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
	const total = outcome.totals.find(({ month }) => month === unit.month)?.total ?? null;
	return { days, through, total, rank: own?.rank ?? null, lines };
}
