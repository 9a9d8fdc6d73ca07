import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { batchToIpc, rowsOf } from './arrow';
import { SETTINGS, type Engine } from './engine';

const MEMORY_LIMIT = '3GB';

/** An engine that also takes batches which are Arrow streams already. */
export interface BrowserEngine extends Engine {
	appendIpc(relation: string, ipc: Uint8Array): Promise<void>;
}

/** Opens DuckDB-WASM in a worker; `wasmUrl` names the gzipped module, fetched from this origin. */
export async function openBrowserEngine(wasmUrl: string): Promise<BrowserEngine> {
	const [worker, module] = [new Worker(workerUrl), await moduleUrl(wasmUrl)];
	const db = new AsyncDuckDB(new VoidLogger(), worker);
	try {
		await db.instantiate(module);
	} catch (error) {
		worker.terminate();
		throw error;
	} finally {
		URL.revokeObjectURL(module);
	}
	await db.open({ path: ':memory:' });
	const connection = await db.connect();
	await connection.query(`set memory_limit = '${MEMORY_LIMIT}'`);
	for (const setting of SETTINGS) await connection.query(setting);
	const appendIpc = (relation: string, ipc: Uint8Array): Promise<void> => {
		const [schema, name] = relation.split('.') as [string, string];
		return connection.insertArrowFromIPCStream(ipc, { schema, name, create: false });
	};
	return {
		exec: async (sql) => void (await connection.query(sql)),
		rows: async (sql) => rowsOf((await connection.query(sql)) as never),
		append: (relation, batch) => appendIpc(relation, batchToIpc(batch)),
		appendIpc,
		close: () => db.terminate()
	};
}

/** The module, unpacked, under a URL of its own. */
async function moduleUrl(wasmUrl: string): Promise<string> {
	const response = await fetch(wasmUrl);
	if (!response.ok || !response.body) throw new Error(`${wasmUrl}: ${String(response.status)}`);
	const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
	const bytes = await new Response(unpacked).arrayBuffer();
	return URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
}

const texts = import.meta.glob<string>('../sql/**/*.sql', { query: '?raw', import: 'default', eager: true });

/** The text of a relation, from the build. */
export function sqlText(name: string): string {
	const text = texts[`../sql/${name.replace('.', '/')}.sql`];
	if (text === undefined) throw new Error(`no relation ${name}`);
	return text;
}
