import { edgesOf } from '../policy/edges';
import type { Policy } from '../policy/schema';
import type { Section } from './parts/part';

/** A value that the rules set for a report's figure, as a part of one: where tiers of a line that scores it meet, or its target. */
export interface FigureEdge {
	value: number;
	isTarget: boolean;
}

/** The edges of the measure that a section's chart shows, of every card that scores the whole of it. */
export function figureEdges(policy: Policy, { measured }: Section): FigureEdge[] {
	const lines = policy.scorecards
		.flatMap((card) => card.lines)
		.filter((line) => line.measure === measured && line.slice === undefined);
	const edges = lines.flatMap((line): FigureEdge[] => {
		const { tiers, target } = edgesOf(policy, line);
		return [
			...tiers.map((value) => ({ value: value / 100, isTarget: false })),
			...(target === null ? [] : [{ value: target / 100, isTarget: true }])
		];
	});
	return [...new Map(edges.map((edge) => [`${String(edge.value)} ${String(edge.isTarget)}`, edge])).values()];
}
