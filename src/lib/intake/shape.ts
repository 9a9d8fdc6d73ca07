import type { Dataset } from './dataset';
import { plain } from './plain';

/** What a table's records look like, by its header. */
export interface TableShape {
	/** Cells up to the last name. */
	width: number;
	/** The first header with a name: its place (-1 where none has) and first byte. */
	first: { at: number; byte: number };
	/** Places of the cells that no record may leave empty. */
	required: number[];
}

const utf8 = new TextEncoder();

/** The shape of a table by its header, and by its data set where one is known; `columns` are the places of those. */
export function shapeOf(
	header: string[],
	dataset: Dataset | null,
	columns: Record<string, number>
): TableShape {
	const at = header.findIndex((h) => plain(h) !== '');
	return {
		width: header.findLastIndex((h) => plain(h) !== '') + 1,
		first: { at, byte: utf8.encode(plain(header[at] ?? ''))[0] ?? 0 },
		required: (dataset?.columns ?? [])
			.flatMap((c) => (c.required && !c.from_person ? [columns[c.column] ?? -1] : []))
			.filter((place) => place >= 0)
	};
}
