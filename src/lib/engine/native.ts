import { DuckDBInstance, type DuckDBResultReader } from '@duckdb/node-api';
import { plainValue, rowsOf } from './columns';
import { nothingMade, SETTINGS, type Engine, type Row } from './engine';
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
		exec: (sql, signal) =>
			next(async () => {
				signal?.throwIfAborted();
				const stop = (): void => connection.interrupt();
				signal?.addEventListener('abort', stop, { once: true });
				try {
					await connection.run(sql);
				} catch (error) {
					signal?.throwIfAborted();
					throw error;
				} finally {
					signal?.removeEventListener('abort', stop);
				}
			}),
		rows: (sql) => next(async () => rowsIn(await connection.runAndReadAll(sql))),
		append: (relation, batch) => next(() => appendBatch(connection, relation, batch)),
		// it gives memory back, and lays aside what doesn't fit; packed rows laid aside end the process (DuckDB 1.4.3)
		pack: () => Promise.resolve(),
		close: () =>
			next(() => {
				connection.closeSync();
				instance.closeSync();
				return Promise.resolve();
			})
	};
}

/** A result as rows, told as the other engine tells them. */
function rowsIn(reader: DuckDBResultReader): Row[] {
	const names = reader.columnNames();
	const found = reader.getColumns();
	// a result without rows has no columns either
	const columns = names.map((_, i) => ({ values: (found[i] ?? []).map(plainValue) }));
	const rows = reader.currentRowCount;
	return rowsOf({ names, rows, columns }, 0, rows);
}
