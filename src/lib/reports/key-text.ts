import type { Row } from '../engine/engine';
import { listedWord } from '../intake/listed-word';
import { message, wordIn } from '../language/messages';
import type { Lang } from '../language/text';
import { masked, withoutNumbers, type Hidden } from '../policy/masks';
import type { Figure, Section } from './parts/part';

/** What the keys of a section's rows are written with. */
export interface KeySaying {
	lang: Lang;
	section: Section;
	dimension: string | null;
	/** What a branch or person is called, by its code. */
	nameOf: (kind: string, code: string) => string;
}

/** A value of a report's row as those see it from whom some kinds of personal data are hidden: names masked, and mobile numbers in what was written freely. */
export function seenFigure<Of extends Row[string]>(
	{ mask, masks, format }: Figure,
	row: Row,
	value: Of,
	hidden: Hidden
): Of | string {
	if (typeof value !== 'string') return value;
	if (mask && hidden.has(mask) && (masks?.(row) ?? true)) return masked(mask, value);
	return format === 'text' && hidden.has('caller') ? withoutNumbers(value) : value;
}

/** What a row of a section is told apart by, as it is written for those from whom some kinds of personal data are hidden. */
export function keyText(
	{ lang, section, dimension, nameOf }: KeySaying,
	row: Row,
	key: Figure,
	hidden: Hidden
): string {
	const value = row[key.id];
	if (value === null || value === undefined) return message(lang, 'part.unsaid');
	const said = String(seenFigure(key, row, value, hidden));
	if (dimension === 'all' || (section.by && row['dimension'] === 'all')) return message(lang, 'part.all');
	if (key.format === 'branch' || key.format === 'person') return nameOf(key.format, said);
	return key.list ? listedWord(lang, key.list, said) : wordIn(lang, 'value', said);
}
