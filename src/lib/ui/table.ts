import type { Snippet } from 'svelte';

/** A column of a table: how it is headed, sorted and copied. */
export interface TableColumn<T> {
	id: string;
	title: string;
	/** True where its title is only heard. */
	heard?: boolean;
	/** Smaller words under the title. */
	subtitle?: string;
	/** What sorts and is copied; null sorts last. */
	value: (row: T) => string | number | null;
	/** How it is headed where it is copied, where what is copied is something else than what is drawn. */
	copyTitle?: string;
	/** What is copied where it differs from the value. */
	copy?: (row: T) => string;
	/** True where it names the row, for those who hear it; else the first column does. */
	names?: boolean;
	numeric?: boolean;
	sortable?: boolean;
	/** True where it holds sentences, which run over several lines. */
	wraps?: boolean;
	/** True where it is of no use on paper or when copied. */
	screenOnly?: boolean;
	width?: string;
	/** Where it goes on a narrow screen, if rows are stacked there: under its name, beside it, or away. */
	stacked?: 'under' | 'beside' | 'away';
}

/** How a cell is marked for a narrow screen: a number under the row's name says what it counts. */
export const stackedAs = <T>({
	stacked,
	numeric,
	title
}: TableColumn<T>): Record<string, string | undefined> => ({
	'data-stacked': stacked,
	'data-head': numeric === true && stacked === 'under' ? title : undefined
});

/** What a table is given. */
export interface TableProps<T> {
	columns: TableColumn<T>[];
	rows: T[];
	/** The sum, which stands under the rows whatever their order. */
	foot?: T | null;
	id: (row: T) => string;
	/** Draws a cell; the text that is copied where it isn't given. */
	cell?: Snippet<[T, TableColumn<T>]>;
	/** What stands below a row over its whole width; nothing of it is sorted or copied. */
	below?: Snippet<[T]>;
	/** Which rows have something below them; all without it. */
	isOpen?: (row: T) => boolean;
	caption: string;
	/** How a row is drawn: quieter, marked out, or struck out. */
	look?: (row: T) => 'dim' | 'chosen' | 'gone' | '';
	/** How many rows are drawn at most. */
	most?: number;
	/** True where a table is no wider than what it holds. */
	narrow?: boolean;
	/** True where it stands among other things on its page: it is as high as its rows, and draws them all. */
	grows?: boolean;
}

/** A table that says its cells as they are shown, header first. */
export interface Celled {
	cells: () => string[][];
}

/** The rows as cells of text, header first. */
export const tableCells = <T>(columns: TableColumn<T>[], rows: T[]): string[][] => [
	columns.map((c) => c.copyTitle ?? c.title),
	...rows.map((row) => columns.map((c) => c.copy?.(row) ?? String(c.value(row) ?? '')))
];
