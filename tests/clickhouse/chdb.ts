import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLUSTER_SETTINGS, type Cluster } from '../../src/lib/engine/clickhouse';
import { distinctWords } from '../../src/lib/engine/distinct-words';
import type { Row } from '../../src/lib/engine/engine';
import { batchToIpc } from '../../src/lib/intake/ipc';

/** What is asked of chdb, which `npm run test:clickhouse` installs. */
interface Session {
	query(sql: string, format?: string): string;
	close(): void;
}

/** The door, and the engine behind it. */
export interface Chdb extends Cluster {
	query(sql: string, format?: string): string;
}

/** ClickHouse itself in this process, behind the same door as one over the network; one at a time. */
export function openChdb(): Chdb {
	const { Session: Opened } = createRequire(import.meta.url)('chdb') as {
		Session: new (path: string) => Session;
	};
	const folder = mkdtempSync(join(tmpdir(), 'kaohe-clickhouse-'));
	const session = new Opened(join(folder, 'data'));
	for (const [name, value] of Object.entries(CLUSTER_SETTINGS))
		session.query(`set ${name} = ${typeof value === 'string' ? `'${value}'` : String(value)}`);
	const now = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));
	const file = join(folder, 'batch.arrow');
	return {
		query: (sql, format) => session.query(sql, format),
		exec: (sql) => now(() => void session.query(sql)),
		rows: (sql) =>
			now(() =>
				session
					.query(sql, 'JSONEachRow')
					.split('\n')
					.filter((line) => line !== '')
					.map((line) => JSON.parse(line) as Row)
			),
		append: (table, batch) =>
			now(() => {
				writeFileSync(file, batchToIpc(distinctWords(batch)));
				session.query(`insert into ${table} select * from file('${file}', ArrowStream)`);
			}),
		close: () =>
			now(() => {
				session.close();
				rmSync(folder, { recursive: true, force: true });
			})
	};
}
