import { MEASURES } from '../sql/measures';
import type { Adjustment } from '../compute/adjust';
import type { LineCell, UnitMonth } from './month-view';
import { measureKey } from '../policy/slice';
import type { PolicyLine } from '../policy/schema';

/** A line of the policy in force, and what its measure counts. */
export type Rule = PolicyLine & { kind: string; size: number };

/** How many events a line lacks: to its next tier, to its target, or to win points back one by one; null where it has all or none would do. */
export function lackOf(cell: LineCell, rule: Rule): number | null {
	if (cell.status !== 'ok') return null;
	if (rule.scoring === 'per_event')
		return Number(cell.numerator) > 0 && Number(cell.beyond_floor) === 0 ? 1 : null;
	if (rule.scoring === 'target') return Number(cell.deduction) > 0 ? toTarget(cell, rule) : null;
	return cell.next_tier !== null && Number(cell.gain) > 0 ? cell.needed : null;
}

/** Events up to a target: a number of them, or so many per cent of the whole. */
function toTarget(cell: LineCell, rule: Rule): number | null {
	if (rule.target === undefined || (rule.kind !== 'share' && rule.kind !== 'count')) return null;
	const [numerator, denominator] = [Number(cell.numerator), Number(cell.denominator)];
	const part = Number(rule.target) / (rule.kind === 'share' ? 100 : 1);
	const goal = rule.kind === 'share' ? part * denominator : part;
	// what a double leaves over a whole number is no event
	const whole = (events: number): number => Math.ceil(Math.round(events * 1e6) / 1e6);
	if (rule.direction === 'lower') return whole(numerator - goal);
	if (!rule.denominator_grows) return whole(goal - numerator);
	return part < 1 ? whole((goal - numerator) / (1 - part)) : null;
}

/** What so many more (or fewer) events would add to the measures of a unit's month: theirs, and those that count the same rows. */
export function stepAhead(unit: UnitMonth, kind: string, rule: Rule, events: number): Adjustment[] {
	const branchRead = rule.reads === 'branch' && unit.branch !== null;
	const whose = {
		unitKind: branchRead ? 'branch' : kind,
		unit: branchRead ? unit.branch! : unit.unit,
		month: unit.month
	};
	const more = rule.direction === 'higher' ? events : -events;
	const grows = rule.denominator_grows ? events : 0;
	const own = { ...whose, numerator: more * rule.size, denominator: grows * rule.size };
	return [
		{ ...own, measure: measureKey(rule) },
		// what is in a slice is in the whole measure, too
		...(rule.slice ? [{ ...own, measure: rule.measure }] : []),
		...(MEASURES[rule.measure]?.also ?? []).map((measure) => ({
			...whose,
			measure,
			numerator: grows,
			denominator: 0
		}))
	];
}

/** So many events of a line, and the total, rank and line that they would make. */
export interface TierStep {
	events: number;
	total: string;
	rank: number;
	cell: LineCell | undefined;
}

/** More tiers than these no line has. */
const MOST = 12;

/** What the next tier of a line would make of total and rank, and the first step further that brings a better rank; none where the line has nothing to gain. */
export async function stepsOf(
	cell: LineCell,
	rule: Rule,
	rank: number,
	attempt: (events: number) => Promise<Omit<TierStep, 'events'> | null>
): Promise<TierStep[]> {
	const steps: TierStep[] = [];
	let at: LineCell | undefined = cell;
	let events = 0;
	while (at && steps.length < MOST) {
		const lack = lackOf(at, rule);
		if (lack === null || lack <= 0) break;
		events += lack;
		const made = await attempt(events);
		if (!made) break;
		steps.push({ events, ...made });
		if (made.rank < rank) break;
		at = made.cell;
	}
	const [next, ...further] = steps;
	const better = further.at(-1);
	return next ? [next, ...(better && better.rank < rank ? [better] : [])] : [];
}
