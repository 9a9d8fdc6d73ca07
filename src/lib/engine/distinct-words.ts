import type { Batch, BatchColumn } from '../intake/batch';

/** A batch in which each word of a column stands once and none is null: ClickHouse takes no other dictionaries. */
export const distinctWords = (batch: Batch): Batch => ({ ...batch, columns: batch.columns.map(distinct) });

function distinct(column: BatchColumn): BatchColumn {
	if (column.kind !== 'word') return column;
	const words: string[] = [];
	const places = new Map<string, number>();
	const moved = column.words.map((word) => {
		if (word === null) return -1;
		const at = places.get(word) ?? words.push(word) - 1;
		places.set(word, at);
		return at;
	});
	const valid = column.valid.slice();
	const codes = column.codes.map((code, row) => {
		const at = moved[code] ?? -1;
		if (at < 0) valid[row >> 3]! &= ~(1 << (row & 7));
		return Math.max(at, 0);
	});
	return { ...column, valid, codes, words };
}
