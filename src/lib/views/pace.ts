import { addDays, daysBetween, type Calendar } from '../calendar/workdays';
import type { Adjustment } from '../compute/adjust';
import { fromThousandths, rangesOf, type Range } from '../policy/ranges';
import type { Policy } from '../policy/schema';
import { measureKey } from '../policy/slice';
import { MEASURES } from '../sql/measures';
import type { Rule } from './ahead';
import type { LineCell, UnitMonth } from './month-view';

/** The working days of a month that runs: those gone by, and all of them. */
export interface DaysGone {
	gone: number;
	all: number;
}

/** How far a month is by working days up to a day, in it; null where it doesn't run today, or no day of it has gone by, or all have. */
export function daysGone(calendar: Calendar, month: string, today: string, through: string): DaysGone | null {
	if (today.slice(0, 7) !== month) return null;
	const first = `${month}-01`;
	const last = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
	const worked = (to: string): number =>
		to < first ? 0 : daysBetween(first, to).filter((d) => calendar.isWorkday(d)).length;
	const days = { gone: worked(through < today ? through : today), all: worked(last) };
	return days.gone > 0 && days.gone < days.all ? days : null;
}

/** How a line goes on: `fills` what is the month's whole from the first day, `counts` events without one, or goes on at the `rate` that it has. */
type Course = 'fills' | 'counts' | 'rate';

function courseOf({ measure, scoring }: Rule, { readings }: Policy): Course | null {
	const { kind, fills, unsettled } = MEASURES[measure]!;
	if (unsettled || scoring === 'points_off' || scoring === 'sheet' || kind === 'mean' || kind === 'points')
		return null;
	if (kind === 'count' || scoring === 'per_event') return 'counts';
	const grows = Object.entries(fills ?? {}).some(([reading, choices]) =>
		choices.includes(readings[reading]?.choice ?? '')
	);
	return fills && !grows ? 'fills' : 'rate';
}

/** What lines would have more at the month's end if they went on as they did: of all units, each measure once. */
export function paceOf(
	units: UnitMonth[],
	kind: string,
	ruleOf: (line: string) => Rule,
	policy: Policy,
	{ gone, all }: DaysGone
): Adjustment[] {
	const found = new Map<string, Adjustment>();
	for (const unit of units)
		for (const cell of unit.lines) {
			const rule = ruleOf(cell.line);
			const course = courseOf(rule, policy);
			if (cell.status !== 'ok' || course === null || course === 'rate') continue;
			const isBranch = rule.reads === 'branch' && unit.branch !== null;
			const own: Adjustment = {
				measure: measureKey(rule),
				unitKind: isBranch ? 'branch' : kind,
				unit: isBranch ? unit.branch! : unit.unit,
				month: unit.month,
				numerator: Math.round((Number(cell.numerator) * (all - gone)) / gone),
				denominator: 0
			};
			found.set([own.measure, own.unitKind, own.unit].join('|'), own);
		}
	return [...found.values()].filter(({ numerator }) => numerator !== 0);
}

/** What the rest of the month must bring for a tier or the target: events a day, no more events than so many, a share of what is still to come; null where it can't be reached any more. */
export type Need = { points: number; way: 'daily' | 'most' | 'rest'; amount: number | null };

/** What each better tier than the one at this pace, or the target, asks of the days that are left, the nearest first. */
export function needsOf(now: LineCell, then: LineCell, rule: Rule, policy: Policy, days: DaysGone): Need[] {
	const course = courseOf(rule, policy);
	if (course === null || now.status !== 'ok' || then.deduction === null) return [];
	const [has, of] = [Number(now.numerator), Number(now.denominator)];
	const whole = course === 'rate' ? (of * days.all) / days.gone : of;
	const need = (bound: number, isIn: boolean, points: number): Need => {
		const goal = rule.kind === 'share' && rule.scoring !== 'tiered_count' ? (bound / 100) * whole : bound;
		if (course === 'rate') {
			const share = (goal - has) / (whole - of);
			// a tenth of a per cent on the safe side, a whole one more where the bound itself isn't in
			const most = MEASURES[rule.measure]!.over_full ? Infinity : 1;
			const safe =
				rule.direction === 'lower'
					? Math.floor(share * 1000 - (isIn ? 0 : 1e-6)) / 1000
					: Math.ceil(share * 1000 + (isIn ? 0 : 1e-6)) / 1000;
			return { points, way: 'rest', amount: share < 0 || share > most ? null : Math.min(safe, most) };
		}
		const near = Math.round(goal * 1e6) / 1e6;
		if (rule.direction === 'lower') {
			const most = (isIn ? Math.floor(near) : Math.ceil(near) - 1) - has;
			return { points, way: 'most', amount: most < 0 ? null : most };
		}
		const more = (isIn ? Math.ceil(near) : Math.floor(near) + 1) - has;
		return { points, way: 'daily', amount: Math.max(more, 0) / (days.all - days.gone) };
	};
	const lost = Number(then.deduction);
	if (rule.scoring === 'target')
		return lost > 0 && rule.target != null ? [need(Number(rule.target), true, lost)] : [];
	return rangesOf(policy, rule)
		.filter(({ deduction }) => Math.min(fromThousandths(deduction), Number(now.weight)) < lost)
		.reverse()
		.flatMap((range) => {
			const end = better(range, rule.direction);
			return end ? [need(end.at, end.isIn, lost - fromThousandths(range.deduction))] : [];
		});
}

/** The end of a tier that is met first from a worse one. */
function better(
	range: Range,
	direction: 'higher' | 'lower' | undefined
): { at: number; isIn: boolean } | null {
	const [at, isIn] = direction === 'higher' ? [range.lower, range.lowerIn] : [range.upper, range.upperIn];
	return at === null ? null : { at: fromThousandths(at), isIn: isIn ?? false };
}
