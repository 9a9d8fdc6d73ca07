import type { Lang } from '../language/text';

/** A tier as a form draws it: the range, what it costs, and whether the value lies in it. */
export interface DrawnTier {
	range: string;
	deduction: string;
	hit: boolean;
}

/** A cell of a printed table: text, or the tiers of a line. */
export type PaperCell = string | { text: string; span?: number; head?: boolean } | { tiers: DrawnTier[] };

export interface PaperColumn {
	title: string;
	/** Share of the width, in per cent. */
	width?: number;
	align?: 'right' | 'center';
}

/** What stands on a sheet, from top to bottom. */
export type Block =
	| { kind: 'title'; text: string; under?: string }
	| { kind: 'fields'; fields: [label: string, value: string][] }
	| { kind: 'heading'; text: string }
	| {
			kind: 'table';
			columns: PaperColumn[];
			rows: PaperCell[][];
			sums?: PaperCell[][];
			/** Rows to be signed in are high enough for a hand. */
			tall?: boolean;
	  }
	| { kind: 'notes'; title: string; items: string[] }
	| { kind: 'lines'; title: string; text: string; lines: number }
	| { kind: 'signs'; who: string[] };

/** A printed document: what its margins say on every page, and its sheets, each of which begins a page. */
export interface Paper {
	lang: Lang;
	title: string;
	period: string;
	/** By which rules and in which state; where sealed, the revision and hash. */
	stamp: string;
	sheets: Block[][];
}
