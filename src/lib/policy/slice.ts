import { MEASURES } from '../sql/measures';
import { partsOf } from './parts';
import type { Policy, PolicyLine } from './schema';

/** A line's measure, and the slice of it that is scored. */
type Sliced = Pick<PolicyLine, 'measure' | 'slice'>;

/** What separates the values of a slice where they are one text: no value holds it. */
export const BETWEEN = '|';

/** What a line's numbers are kept under: its measure, or the slice of it. */
export const measureKey = ({ measure, slice }: Sliced): string =>
	slice ? `${measure}[${slice.column}=${slice.values.join(BETWEEN)}]` : measure;

/** What a correction of a line counts under, by the rules of its month: as long as the line scores that measure, whatever part of it. */
export function correctedKey(policy: Policy, correction: { line: string; measure: string }): string {
	const [measure] = correction.measure.split('[');
	const own = policy.scorecards
		.flatMap((card) => card.lines)
		.filter((line) => line.line === correction.line && line.measure === measure)
		.map(measureKey);
	return own.includes(correction.measure) ? correction.measure : (own[0] ?? correction.measure);
}

/** The lines that count another part of their measure in other versions: what they were kept under, and are. */
export const rekeyed = (before: Policy[], after: Policy[]): [before: string, after: string][] => {
	const linesOf = (policies: Policy[]): Map<string, string> =>
		new Map(
			policies.flatMap((p) =>
				p.scorecards.flatMap((card) =>
					card.lines.map((line): [string, string] => [
						`${card.scorecard}/${line.line}/${line.measure}`,
						measureKey(line)
					])
				)
			)
		);
	const was = linesOf(before);
	return [...linesOf(after)].flatMap(([line, key]): [string, string][] => {
		const old = was.get(line);
		return old === undefined || old === key ? [] : [[old, key]];
	});
};

/** Why a line's measure can't be narrowed so: its records don't have the column, or homes are counted, each at its first bill whatever that is for. */
export function sliceFaults(
	policy: Policy,
	{ measure, slice }: Sliced
): [key: 'slice' | 'sliceHomes', fill: Record<string, string>][] {
	if (!slice) return [];
	const columns = Object.keys(MEASURES[measure]?.slices ?? {});
	if (!columns.includes(slice.column))
		return [['slice', { measure, column: slice.column, columns: columns.join(', ') || '—' }]];
	const isOfHomes = measure === 'fee_collection' && partsOf(policy).fee_rate.denominator !== 'amount';
	return isOfHomes ? [['sliceHomes', {}]] : [];
}

/** Every slice that versions score, each once. */
export const slicesIn = (policies: Policy[]): (Sliced & { slice: NonNullable<Sliced['slice']> })[] => [
	...new Map(
		policies
			.flatMap((p) => p.scorecards.flatMap((c) => c.lines))
			.flatMap(({ measure, slice }) =>
				slice ? [[measureKey({ measure, slice }), { measure, slice }] as const] : []
			)
	).values()
];
