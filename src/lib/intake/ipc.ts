import {
	DateDay,
	Decimal,
	Dictionary,
	Field,
	Int32,
	makeData,
	makeVector,
	RecordBatch,
	Schema,
	Struct,
	Table,
	tableToIPC,
	TimestampSecond,
	Utf8,
	type Data
} from 'apache-arrow';
import type { Batch, BatchColumn } from './batch';

const PRECISION = 18;

/** A batch as an Arrow IPC stream; the buffers are used as they are. */
export function batchToIpc({ rows, columns }: Batch): Uint8Array {
	const data = columns.map((column) => columnData(column, rows));
	const schema = new Schema(columns.map((c, i) => new Field(c.name, data[i]!.type, true)));
	const struct = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children: data });
	return tableToIPC(new Table([new RecordBatch(schema, struct)]), 'stream');
}

function columnData(column: BatchColumn, length: number): Data {
	const shared = { length, nullCount: -1, nullBitmap: column.valid.subarray(0, Math.ceil(length / 8)) };
	switch (column.kind) {
		case 'text':
			return makeData({ ...shared, type: new Utf8(), valueOffsets: column.offsets, data: column.data });
		case 'word':
			return wordData(column, shared);
		case 'time':
			return makeData({ ...shared, type: new TimestampSecond(), data: column.seconds });
		case 'date':
			return makeData({ ...shared, type: new DateDay(), data: column.days });
		case 'int':
			return makeData({ ...shared, type: new Int32(), data: column.values });
		case 'decimal':
			return makeData({ ...shared, type: new Decimal(column.decimals, PRECISION), data: wide(column.units) });
	}
}

function wordData(
	column: BatchColumn & { kind: 'word' },
	shared: { length: number; nullCount: number; nullBitmap: Uint8Array }
): Data {
	const words = textData(column.words.length > 0 ? column.words : ['']);
	const type = new Dictionary(new Utf8(), new Int32());
	return makeData({ ...shared, type, data: column.codes, dictionary: makeVector(words) });
}

function textData(words: (string | null)[]): Data<Utf8> {
	const encoder = new TextEncoder();
	const parts = words.map((word) => encoder.encode(word ?? ''));
	const valueOffsets = new Int32Array(parts.length + 1);
	parts.forEach((part, i) => (valueOffsets[i + 1] = valueOffsets[i]! + part.length));
	const data = new Uint8Array(valueOffsets[parts.length]!);
	parts.forEach((part, i) => data.set(part, valueOffsets[i]));
	return makeData({ type: new Utf8(), length: parts.length, nullCount: 0, valueOffsets, data });
}

/** 64-bit whole numbers as the 128-bit ones that Arrow decimals are made of. */
function wide(values: BigInt64Array): Uint32Array {
	const halves = new BigInt64Array(values.length * 2);
	values.forEach((value, i) => {
		halves[i * 2] = value;
		halves[i * 2 + 1] = value < 0n ? -1n : 0n;
	});
	return new Uint32Array(halves.buffer);
}
