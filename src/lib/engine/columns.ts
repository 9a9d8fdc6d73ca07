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

/** A value as an engine gives it: 64-bit numbers become numbers where they are exact and text elsewhere; throws for what must be cast to text in SQL. */
export function plainValue(value: unknown): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	throw new TypeError(`a query gave a ${typeof value} (${JSON.stringify(value)}); cast it to text in SQL`);
}
