import type { Text } from '../language/text';
import { unitRows } from '../compute/rows-of';
import { edgesOf, type Edges } from '../policy/edges';
import type { Policy, PolicyLine } from '../policy/schema';
import { MEASURES } from '../sql/measures';
import type { LineRow, Results } from '../sql/rows';
import type { UnitKind } from './filters';

/** What a line counted in a month, in per cent, points or events, with the edges that its rules set then; null where there is nothing to score. */
export interface LinePoint extends Edges {
	month: string;
	value: number | null;
}

/** A unit's line over months, from the first in which its card had it. */
export function lineTrend(
	results: Results,
	policyIn: (month: string) => Policy,
	[kind, unit]: readonly [kind: UnitKind, unit: string],
	line: string,
	months: string[]
): LinePoint[] {
	const points = months.map((month): LinePoint | null => {
		const cell = unitRows(results.lines, month, kind, unit).find((l) => l.line === line);
		const policy = policyIn(month);
		const rule = policy.scorecards
			.find((card) => card.scorecard === cell?.scorecard)
			?.lines.find((l) => l.line === line);
		return cell && rule ? { month, value: valueOf(cell, rule), ...edgesOf(policy, rule) } : null;
	});
	const first = points.findIndex((point) => point !== null);
	return first < 0
		? []
		: points
				.slice(first)
				.map((point, i) => point ?? { month: months[first + i]!, value: null, tiers: [], target: null });
}

/** What is held against the edges: a share in per cent, a mean, or a number of events. */
export function valueOf(
	{ status, numerator, denominator }: Pick<LineRow, 'status' | 'numerator' | 'denominator'>,
	{ measure, scoring }: Pick<PolicyLine, 'measure' | 'scoring'>
): number | null {
	if (status !== 'ok') return null;
	const { kind } = MEASURES[measure]!;
	const counts =
		kind === 'count' || kind === 'points' || scoring === 'tiered_count' || scoring === 'per_event';
	if (counts) return Number(scoring === 'points_off' ? denominator : numerator);
	const whole = Number(denominator);
	return whole === 0 ? null : (Number(numerator) / whole) * (kind === 'share' ? 100 : 1);
}

/** What a line's values are called: by its measure, where the line is named after what isn't counted. */
export const valueTitle = ({ measure, title }: PolicyLine): Text =>
	MEASURES[measure]!.complement ? MEASURES[measure]!.title : title;

/** Whether a line's values are per cent. */
export const isPercent = ({ measure, scoring }: Pick<PolicyLine, 'measure' | 'scoring'>): boolean =>
	MEASURES[measure]!.kind === 'share' && scoring !== 'tiered_count' && scoring !== 'per_event';
