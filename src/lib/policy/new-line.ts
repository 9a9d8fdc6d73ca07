import type { Text } from '../language/text';
import { MEASURES } from '../sql/measures';
import type { PolicyLine } from './schema';

/** A line that scores a measure, to begin with: its words, unit and data sets are the measure's, as a line that is known has them; never another line's clause or quotation. */
export function newLine(
	id: string,
	measure: string,
	title: Text,
	known: PolicyLine[],
	/** Whether the records that the measure counts name a person. */
	personal: boolean
): PolicyLine {
	const own = { line: id, weight: '0', clause: '', quote: '' };
	const like = known.find((line) => line.measure === measure);
	if (like) {
		const { slice: _, ...whole } = structuredClone(like);
		return { ...whole, ...own };
	}
	const { kind, direction, from } = MEASURES[measure]!;
	const base = {
		...own,
		measure,
		title,
		noun: title,
		bad: title,
		direction,
		no_rows: 'no_data' as const,
		personal,
		source: from
	};
	if (kind === 'count' && direction === 'lower')
		return { ...base, scoring: 'per_event', deduction_each: '1' };
	if (kind === 'points') return { ...base, scoring: 'points_off' };
	// a target that nobody has set yet is asked for by the check
	return { ...base, scoring: 'target', target: null };
}
