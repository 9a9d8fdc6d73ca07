import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { columnsOf } from './arrow';
import { breath } from './breath';
import { rowsOf, type Columns } from './columns';
import type { Batch } from '../intake/batch';
import { batchToIpc } from '../intake/ipc';
import { nothingMade, SETTINGS, type Engine } from './engine';
import { drawRandomInBulk } from './random';

/** What duckdb-wasm's blocking builds offer, in a browser's worker and in Node alike. */
export interface Blocking {
	createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<DuckDBBindings>;
	VoidLogger: new () => unknown;
}

/** An engine that also gives a query's result column by column. */
export interface ColumnEngine extends Engine {
	columns(sql: string): Promise<Columns>;
}

const MEMORY_LIMIT = '3GB';

/** Its own way to the module uses no code that a browser kept. */
interface Instantiating {
	instantiateWasm(
		imports: WebAssembly.Imports,
		done: (of: WebAssembly.Instance, module: unknown) => void
	): unknown;
}

/** Opens DuckDB-WASM in this thread; `module` is the `eh` build, or its path. */
export async function openBlocking(
	duckdb: Blocking,
	runtime: unknown,
	module: string | WebAssembly.Module
): Promise<ColumnEngine> {
	drawRandomInBulk();
	const bundle = { mainModule: typeof module === 'string' ? module : '', mainWorker: '' };
	const db = await duckdb.createDuckDB({ eh: bundle, mvp: bundle }, new duckdb.VoidLogger(), runtime);
	// a module that can't be instantiated (no memory is left) is told, where DuckDB would wait for ever
	const failed = new Promise<never>((_, reject) => {
		if (typeof module === 'string') return;
		(db as unknown as Instantiating).instantiateWasm = (imports, done) => {
			Object.assign(globalThis, { DUCKDB_RUNTIME: runtime });
			WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
			return {};
		};
	});
	await Promise.race([db.instantiate(() => {}), failed]);
	db.open({ path: ':memory:' });
	const connection = db.connect();
	connection.query(`set memory_limit = '${MEMORY_LIMIT}'`);
	for (const setting of SETTINGS) connection.query(setting);
	return engineOver(connection);
}

function engineOver(connection: DuckDBConnection): ColumnEngine {
	const insert = (relation: string, batch: Batch): void => {
		const [schema, name] = relation.split('.') as [string, string];
		connection.insertArrowFromIPCStream(batchToIpc(batch), { schema, name, create: false });
	};
	const query = (sql: string): Columns => columnsOf(connection.query(sql) as never);
	const now = <T>(work: () => T): Promise<T> =>
		new Promise((resolve) => {
			resolve(work());
		});
	return {
		made: nothingMade(),
		exec: (sql, signal) =>
			signal ? brokenOff(connection, sql, signal) : now(() => void connection.query(sql)),
		rows: (sql) =>
			now(() => {
				const found = query(sql);
				return rowsOf(found, 0, found.rows);
			}),
		columns: (sql) => now(() => query(sql)),
		append: (relation, batch) => now(() => insert(relation, batch)),
		pack: () => now(() => void connection.query('checkpoint')),
		close: () => now(() => connection.close())
	};
}

/** Runs a statement bit by bit, and looks in between whether the signal says to stop. */
const brokenOff = (connection: DuckDBConnection, sql: string, signal: AbortSignal): Promise<void> =>
	connection.useUnsafe(async (db, number) => {
		signal.throwIfAborted();
		let done = db.startPendingQuery(number, sql, false);
		while (done === null) {
			await breath();
			if (signal.aborted) {
				db.cancelPendingQuery(number);
				signal.throwIfAborted();
			}
			done = db.pollPendingQuery(number);
		}
		// until what it gives has been taken, the statement isn't over
		while ((db.fetchQueryResults(number)?.length ?? 0) > 0);
	});
