import type { Row, Value } from './engine';

/** A column of a result: text as codes of its words (-1 where there is none), anything else as it is. */
export type ResultColumn = { words: string[]; codes: Int32Array } | { values: Value[] };

/** A query's result as it goes from the engine's thread to the page's: column by column. */
export interface Columns {
	names: string[];
	rows: number;
	columns: ResultColumn[];
}

/** The rows from `from` to before `to`. */
export function rowsOf({ names, columns }: Columns, from: number, to: number): Row[] {
	const rows: Row[] = Array.from({ length: to - from }, () => ({}));
	names.forEach((name, i) => {
		const column = columns[i]!;
		if ('values' in column) rows.forEach((row, at) => (row[name] = column.values[from + at]!));
		else rows.forEach((row, at) => (row[name] = column.words[column.codes[from + at]!] ?? null));
	});
	return rows;
}

/** The buffers of a result, to be handed to another thread with it. */
export const buffersIn = ({ columns }: Columns): Transferable[] =>
	columns.flatMap((column) => ('codes' in column ? [column.codes.buffer as ArrayBuffer] : []));
