import type { Row } from '../engine/engine';
import { listedWord } from '../intake/listed-word';
import { message, wordIn } from '../language/messages';
import type { Lang } from '../language/text';
import { masked, type Hidden } from '../policy/masks';
import type { Figure, Section } from './parts/part';

/** What the keys of a section's rows are written with. */
export interface KeySaying {
	lang: Lang;
	section: Section;
	dimension: string | null;
	/** What a branch or person is called, by its code. */
	nameOf: (kind: string, code: string) => string;
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
	const said = key.mask && hidden.has(key.mask) ? masked(key.mask, String(value)) : String(value);
	if (dimension === 'all' || (section.by && row['dimension'] === 'all')) return message(lang, 'part.all');
	if (key.format === 'branch' || key.format === 'person') return nameOf(key.format, said);
	return key.list ? listedWord(lang, key.list, said) : wordIn(lang, 'value', said);
}
