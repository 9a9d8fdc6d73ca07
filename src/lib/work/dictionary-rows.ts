import type { Row, Value } from '../engine/engine';

/** Rows column by column, each value once: what repeats in a column costs two bytes a row, so that many rows are read back in a moment. */
export interface DictionaryRows {
	rows: number;
	columns: [name: string, values: Value[], codes: Uint8Array | Uint16Array][];
}

/** Up to 65,536 rows that have the same columns, column by column. */
export function dictionaryOf(rows: readonly Row[]): DictionaryRows {
	const columns = Object.keys(rows[0] ?? {}).map((name): DictionaryRows['columns'][number] => {
		const known = new Map<Value, number>();
		const codes = new Uint16Array(rows.length);
		for (let i = 0; i < rows.length; i++) {
			const value = rows[i]![name]!;
			let code = known.get(value);
			if (code === undefined) known.set(value, (code = known.size));
			codes[i] = code;
		}
		return [name, [...known.keys()], known.size > 256 ? codes : Uint8Array.from(codes)];
	});
	return { rows: rows.length, columns };
}

/** The rows of such columns. */
export function rowsOfDictionary({ rows, columns }: DictionaryRows): Row[] {
	const found: Row[] = [];
	for (let i = 0; i < rows; i++) {
		const row: Row = {};
		for (const [name, values, codes] of columns) row[name] = values[codes[i]!]!;
		found.push(row);
	}
	return found;
}
