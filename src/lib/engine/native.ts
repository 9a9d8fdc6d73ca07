import { DuckDBInstance, type DuckDBResultReader } from '@duckdb/node-api';
import { nothingMade, SETTINGS, type Engine, type Row, type Value } from './engine';
import { appendBatch } from './native-batch';

/** How a native engine may use the machine. */
export interface NativeOptions {
	threads?: number;
	/** The most memory, as DuckDB says it (`6GB`); what is beyond it goes to `temp`. */
	memory?: string;
	/** A folder for what doesn't fit; DuckDB's own choice where none is given. */
	temp?: string;
	/** True where queries may read files themselves: for measuring alone. */
	reads?: boolean;
}

/** Native DuckDB behind the same interface: several threads, and more rows than there is memory for. */
export async function openNativeEngine({
	threads,
	memory,
	temp,
	reads = false
}: NativeOptions = {}): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:', {
		...(threads !== undefined && { threads: String(threads) }),
		...(memory !== undefined && { memory_limit: memory }),
		...(temp !== undefined && { temp_directory: temp })
	});
	const connection = await instance.connect();
	for (const setting of SETTINGS)
		if (!(reads && setting.includes('enable_external_access'))) await connection.run(setting);
	let last: Promise<unknown> = Promise.resolve();
	/** Does one thing after the other, in the order in which they are asked for. */
	const next = <T>(work: () => Promise<T>): Promise<T> => {
		const done = last.then(work);
		last = done.catch(() => {});
		return done;
	};
	return {
		made: nothingMade(),
		exec: (sql) => next(async () => void (await connection.run(sql))),
		rows: (sql) => next(async () => rowsOf(await connection.runAndReadAll(sql))),
		append: (relation, batch) => next(() => appendBatch(connection, relation, batch)),
		close: () =>
			next(() => {
				connection.closeSync();
				instance.closeSync();
				return Promise.resolve();
			})
	};
}

/** The rows of a query as plain objects, told as the other engine tells them. */
function rowsOf(reader: DuckDBResultReader): Row[] {
	const names = reader.columnNames();
	const columns = reader.getColumns();
	const rows: Row[] = Array.from({ length: reader.currentRowCount }, () => ({}));
	// a result without rows has no columns either
	names.forEach((name, i) => columns[i]?.forEach((value, row) => (rows[row]![name] = plain(value))));
	return rows;
}

/** 64-bit numbers become numbers where they are exact and text elsewhere. */
function plain(value: unknown): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	throw new TypeError(`a query gave a ${typeof value} (${JSON.stringify(value)}); cast it to text in SQL`);
}
