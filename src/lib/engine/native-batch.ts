import {
	DATE,
	DECIMAL,
	DuckDBDataChunk,
	INTEGER,
	TIMESTAMP_S,
	VARCHAR,
	type DuckDBConnection,
	type DuckDBType
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { Batch, BatchColumn } from '../intake/batch';

/** Rows of one of DuckDB's chunks. */
const ROWS = 2048;
/** Bytes of a text in a vector: its length, and the text itself where it is short, else where it lies. */
const TEXT = 16;
const SHORT = 12;
const PRECISION = 18;

/** Appends a batch to a relation, by position, its buffers copied as they are. */
export async function appendBatch(
	connection: DuckDBConnection,
	relation: string,
	batch: Batch
): Promise<void> {
	const [schema, name] = relation.split('.') as [string, string];
	const appender = await connection.createAppender(name, schema);
	const writers = batch.columns.map(writerOf);
	const types = batch.columns.map(typeOf);
	for (let from = 0; from < batch.rows; from += ROWS) {
		const rows = Math.min(ROWS, batch.rows - from);
		const chunk = DuckDBDataChunk.create(types, rows);
		batch.columns.forEach(({ valid }, i) => {
			const vector = duckdb.data_chunk_get_vector(chunk.chunk, i);
			writers[i]!(vector, from, rows);
			duckdb.vector_ensure_validity_writable(vector);
			const bits = Math.ceil(rows / 8);
			duckdb.copy_data_to_vector_validity(vector, 0, buffer(valid), valid.byteOffset + from / 8, bits);
		});
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

const buffer = (view: ArrayBufferView): ArrayBuffer => view.buffer as ArrayBuffer;

function typeOf(column: BatchColumn): DuckDBType {
	switch (column.kind) {
		case 'text':
		case 'word':
			return VARCHAR;
		case 'time':
			return TIMESTAMP_S;
		case 'date':
			return DATE;
		case 'int':
			return INTEGER;
		case 'decimal':
			return DECIMAL(PRECISION, column.decimals);
	}
}

/** Writes rows of a column into a vector. */
type Writer = (vector: duckdb.Vector, from: number, rows: number) => void;

function writerOf(column: BatchColumn): Writer {
	switch (column.kind) {
		case 'text':
			return textWriter(
				column.data,
				(row) => column.offsets[row]!,
				(row) => column.offsets[row + 1]!
			);
		case 'word':
			return wordWriter(column);
		case 'time':
			return fixedWriter(column.seconds);
		case 'date':
			return fixedWriter(column.days);
		case 'int':
			return fixedWriter(column.values);
		case 'decimal':
			return fixedWriter(column.units);
	}
}

const fixedWriter =
	(values: Int32Array | BigInt64Array): Writer =>
	(vector, from, rows) => {
		const size = values.BYTES_PER_ELEMENT;
		duckdb.copy_data_to_vector(vector, 0, buffer(values), values.byteOffset + from * size, rows * size);
	};

/** Words are written as text from one run of bytes that holds each once. */
function wordWriter({ codes, words }: BatchColumn & { kind: 'word' }): Writer {
	const parts = words.map((word) => new TextEncoder().encode(word ?? ''));
	const ends: number[] = [];
	for (const part of parts) ends.push((ends.at(-1) ?? 0) + part.length);
	const data = new Uint8Array(ends.at(-1) ?? 0);
	parts.forEach((part, i) => data.set(part, ends[i]! - part.length));
	return textWriter(
		data,
		(row) => (ends[codes[row]!] ?? 0) - (parts[codes[row]!]?.length ?? 0),
		(row) => ends[codes[row]!] ?? 0
	);
}

/** Short text is laid into the vector as it is; longer text is handed over one by one. */
function textWriter(
	data: Uint8Array,
	startOf: (row: number) => number,
	endOf: (row: number) => number
): Writer {
	return (vector, from, rows) => {
		const cells = new Uint8Array(rows * TEXT);
		const lengths = new Uint32Array(cells.buffer);
		const long: number[] = [];
		for (let row = 0; row < rows; row++) {
			const start = startOf(from + row);
			const length = endOf(from + row) - start;
			if (length > SHORT) {
				long.push(row);
				continue;
			}
			lengths[(row * TEXT) / 4] = length;
			for (let i = 0; i < length; i++) cells[row * TEXT + 4 + i] = data[start + i]!;
		}
		duckdb.copy_data_to_vector(vector, 0, cells.buffer, 0, cells.length);
		for (const row of long)
			duckdb.vector_assign_string_element_len(
				vector,
				row,
				data.subarray(startOf(from + row), endOf(from + row))
			);
	};
}
