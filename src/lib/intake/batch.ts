/** Rows of one staged relation, column by column, in buffers that Arrow reads as they are; bit i of `valid` is set where row i holds a value. */
export interface Batch {
	relation: string;
	rows: number;
	columns: BatchColumn[];
}

export type BatchColumn = { name: string; valid: Uint8Array } & (
	| { kind: 'text'; offsets: Int32Array; data: Uint8Array }
	| { kind: 'word'; codes: Int32Array; words: (string | null)[] }
	| { kind: 'time'; seconds: BigInt64Array }
	| { kind: 'date'; days: Int32Array }
	| { kind: 'int'; values: Int32Array }
	| { kind: 'decimal'; decimals: number; units: BigInt64Array }
);

/** The buffers of a batch, to be handed to another thread with it: whoever hands it over keeps nothing. */
export const buffersOf = ({ columns }: Batch): Transferable[] =>
	columns.flatMap((column) =>
		Object.values(column).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : []))
	);

/** Rows in a full batch. */
export const BATCH_ROWS = 32_768;
