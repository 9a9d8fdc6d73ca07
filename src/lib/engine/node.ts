import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { batchToIpc, rowsOf } from './arrow';
import { SETTINGS, type Engine } from './engine';

const require = createRequire(import.meta.url);

interface Blocking {
	createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<DuckDBBindings>;
	VoidLogger: new () => unknown;
	NODE_RUNTIME: unknown;
}

/** DuckDB-WASM opened in this process: the very module that the browser runs. */
export async function openNodeEngine(): Promise<Engine> {
	const dist = dirname(require.resolve('@duckdb/duckdb-wasm'));
	const duckdb = require('@duckdb/duckdb-wasm/blocking') as Blocking;
	const bundle = (kind: string): object => ({
		mainModule: join(dist, `duckdb-${kind}.wasm`),
		mainWorker: ''
	});
	const bundles = { eh: bundle('eh'), mvp: bundle('mvp') };
	const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
	await db.instantiate(() => {});
	db.open({ path: ':memory:' });
	const connection = db.connect();
	for (const setting of SETTINGS) connection.query(setting);
	return engineOver(connection);
}

function engineOver(connection: DuckDBConnection): Engine {
	return {
		exec: (sql) => Promise.resolve(void connection.query(sql)),
		rows: (sql) => Promise.resolve(rowsOf(connection.query(sql) as never)),
		append(relation, batch) {
			const [schema, name] = relation.split('.') as [string, string];
			connection.insertArrowFromIPCStream(batchToIpc(batch), { schema, name, create: false });
			return Promise.resolve();
		},
		close: () => Promise.resolve(connection.close())
	};
}

const sqlFolder = join(dirname(fileURLToPath(import.meta.url)), '../sql');

/** The text of a relation, from its file. */
export const readSql = (name: string): string =>
	readFileSync(join(sqlFolder, `${name.replace('.', '/')}.sql`), 'utf8');
