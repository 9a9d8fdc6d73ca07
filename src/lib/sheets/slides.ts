import type { Lang } from '../language/text';

export interface SlideColumn {
	title: string;
	/** Share of the width. */
	width: number;
	align?: 'right' | 'center';
}

/** What stands on a slide below its title, from left to right. */
export type SlidePart =
	| { kind: 'lines'; lines: { text: string; figure?: string }[] }
	| { kind: 'table'; columns: SlideColumn[]; rows: string[][] }
	| {
			kind: 'bars';
			title: string;
			/** A bar each, the text beside it as it is shown elsewhere. */
			bars: { name: string; value: number; text: string }[];
			/** The end of the scale. */
			most: number;
			/** How a chart writes its values; up to three decimals unless said. */
			numFmt?: string;
	  };

export interface Slide {
	title: string;
	under?: string;
	/** One part is as wide as the slide, of two each has a half. */
	parts: SlidePart[];
	/** The first slide says what the deck is. */
	cover?: boolean;
}

/** A month told on slides. */
export interface Deck {
	lang: Lang;
	title: string;
	/** By which rules and in which state; where sealed, the revision and hash. */
	stamp: string;
	slides: Slide[];
}
