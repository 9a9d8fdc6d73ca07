import { rangesOf } from './ranges';
import type { Policy, PolicyLine } from './schema';

/** Where a line's tiers meet, or the target that it is held against, in per cent, points or events, from the lowest. */
export interface Edges {
	tiers: number[];
	target: number | null;
}

/** The edges of a line as a version has them; none while a reading they hang on is open. */
export function edgesOf(policy: Policy, line: PolicyLine): Edges {
	const bounds = rangesOf(policy, line).flatMap(({ lower, upper }) => [lower, upper]);
	const tiers = [...new Set(bounds.filter((bound) => bound !== null))].sort((a, b) => a - b);
	return {
		tiers: tiers.map((bound) => bound / 1000).filter((bound) => bound > 0),
		target: line.target == null ? null : Number(line.target)
	};
}
