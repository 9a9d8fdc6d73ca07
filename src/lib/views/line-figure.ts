import { difference, signOf } from '../language/decimal';
import { message } from '../language/messages';
import { grouped, percent, points } from '../language/numbers';
import type { Lang } from '../language/text';
import type { LineRow } from '../sql/rows';

/** What a figure is of: the line's scoring and measure. */
export interface LineKind {
	scoring: string;
	/** Of the line's measure: share, count, mean or points. */
	kind: string;
	/** True where the line is named after what its measure doesn't count. */
	complement?: boolean;
	/** True where events are found beside what was looked at, too. */
	beside?: boolean;
	/** Where its tiers meet, in per cent. */
	marks?: string[];
}

/** A line's figure as short as it is shown below its points: a rate, a count, what was found; empty where it has none. */
export function lineFigure(
	lang: Lang,
	{ scoring, kind, complement = false, beside = false, marks = [] }: LineKind,
	cell: Pick<LineRow, 'status' | 'value' | 'numerator' | 'denominator'>,
	/** What the line's events take off the total. */
	off?: string
): string {
	if (cell.status !== 'ok' || cell.value === null) return '';
	if (scoring === 'tiered_rate') {
		if (Number(cell.denominator) === 0) return 'n=0';
		return complement
			? percent(
					difference('1', cell.value),
					marks.map((b) => difference('100', b))
				)
			: percent(cell.value, marks);
	}
	if (scoring === 'target' || scoring === 'sheet')
		return kind === 'share'
			? percent(cell.value)
			: kind === 'count'
				? grouped(cell.value)
				: points(cell.value);
	if (scoring === 'points_off')
		return Number(cell.numerator) === 0
			? '—'
			: `×${cell.numerator}${off === undefined || signOf(off) === 0 ? '' : message(lang, 'line.off', { points: points(off) })}`;
	return beside ? `×${grouped(cell.numerator)}` : `${grouped(cell.numerator)}/${grouped(cell.denominator)}`;
}
