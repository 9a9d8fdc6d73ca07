import type { Batch, BatchColumn } from '../../../../src/lib/intake/batch';

const utf8 = new TextDecoder();

/** A cell of a batch as text; null where the row has none. */
export function cellAt(column: BatchColumn, row: number): string | null {
	if ((column.valid[row >> 3]! & (1 << (row & 7))) === 0) return null;
	switch (column.kind) {
		case 'text':
			return utf8.decode(column.data.subarray(column.offsets[row], column.offsets[row + 1]));
		case 'word':
			return column.words[column.codes[row]!] ?? null;
		case 'time':
			return new Date(Number(column.seconds[row]!) * 1000).toISOString().slice(0, 19);
		case 'date':
			return new Date(column.days[row]! * 86_400_000).toISOString().slice(0, 10);
		case 'int':
			return String(column.values[row]!);
		case 'decimal':
			return `${String(column.units[row]!)}e-${String(column.decimals)}`;
	}
}

/** The rows of batches, each as what its columns hold. */
export const rowsOf = (batches: Batch[]): string[] =>
	batches.flatMap((batch) =>
		Array.from({ length: batch.rows }, (_, row) =>
			batch.columns.map((c) => `${c.name}=${cellAt(c, row) ?? '∅'}`).join(' ')
		)
	);

/** Text with what nobody sees written out. */
export const visible = (text: string): string =>
	text.replace(
		/[^\u0020-\u007e\u00a5\u00b7-\uffef]|[\u2000-\u200f\u2028-\u206f\u3000]/g,
		(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
