import type { Batch, BatchColumn } from '../intake/batch';

type Cell = string | number | boolean | null;

/** Rows of plain values as a batch of `relation`; booleans become 0 and 1. */
export function tableBatch(table: {
	name: string;
	columns: [name: string, kind: 'text' | 'int' | 'bool'][];
	rows: Cell[][];
}): Batch {
	const rows = table.rows.length;
	const columns = table.columns.map(([name, kind], at): BatchColumn => {
		const cells = table.rows.map((row) => row[at] ?? null);
		const valid = new Uint8Array(Math.ceil(rows / 8));
		cells.forEach((cell, row) => {
			if (cell !== null) valid[row >> 3]! |= 1 << (row & 7);
		});
		if (kind !== 'text')
			return { name, kind: 'int', valid, values: Int32Array.from(cells, (c) => Number(c)) };
		const words = [...new Set(cells.map((c) => String(c ?? '')))];
		const codes = new Map(words.map((word, code) => [word, code]));
		return {
			name,
			kind: 'word',
			valid,
			words,
			codes: Int32Array.from(cells, (c) => codes.get(String(c ?? ''))!)
		};
	});
	return { relation: table.name, rows, columns };
}
