import type { MessageKey } from '../language/messages';
import type { Slide, SlidePart } from './slides';

/** Rows that a slide holds legibly. */
export const PER_SLIDE = 12;

/** A list over as many slides as it takes, each saying which it is. */
export function paged<Of>(
	t: (key: MessageKey, fill: Record<string, number>) => string,
	items: Of[],
	most: number,
	title: string,
	parts: (items: Of[]) => SlidePart[]
): Slide[] {
	const of = Math.ceil(items.length / most);
	// evenly, so that the last isn't one row
	const each = Math.ceil(items.length / Math.max(of, 1));
	return Array.from({ length: of }, (_, at) => ({
		title: of === 1 ? title : `${title}${t('slides.page', { at: at + 1, of })}`,
		parts: parts(items.slice(at * each, (at + 1) * each))
	}));
}
