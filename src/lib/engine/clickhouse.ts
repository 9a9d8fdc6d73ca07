import { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { Batch } from '../intake/batch';
import { batchToIpc } from '../intake/ipc';
import { distinctWords } from './distinct-words';
import type { Row } from './engine';

/** The way to a ClickHouse: what a cluster must do for the relations up to the measures to be computed there. */
export interface Cluster {
	/** Runs one statement whose rows nobody needs. */
	exec(sql: string): Promise<void>;
	/** The rows of a query, whole numbers of 64 bits and decimals as text. */
	rows(sql: string): Promise<Row[]>;
	/** Inserts a batch into a table, by the names of its columns. */
	append(table: string, batch: Batch): Promise<void>;
	close(): Promise<void>;
}

/** What every statement there is read by, so that it means what it means in DuckDB. */
export const CLUSTER_SETTINGS = {
	join_use_nulls: 1,
	session_timezone: 'UTC',
	union_default_mode: 'DISTINCT',
	prefer_column_name_to_alias: 1,
	cast_keep_nullable: 1,
	// of tables in shards: what is joined is sent to them
	prefer_global_in_and_join: 1,
	allow_experimental_correlated_subqueries: 1,
	output_format_json_quote_64bit_integers: 1,
	output_format_json_quote_decimals: 1
} as const;

/** Connects to a ClickHouse over HTTP; throws with its own message where a statement fails there. */
export async function openCluster(url: string): Promise<Cluster> {
	const client = createClient({
		url,
		request_timeout: 3_600_000,
		// whoever asked tells what failed
		log: { level: ClickHouseLogLevel.OFF },
		clickhouse_settings: { ...CLUSTER_SETTINGS, wait_end_of_query: 1 }
	});
	const answered = await client.ping();
	if (!answered.success) throw answered.error;
	return {
		async exec(sql) {
			await client.command({ query: sql });
		},
		async rows(sql) {
			const found = await client.query({ query: sql, format: 'JSONEachRow' });
			return found.json<Row>();
		},
		async append(table, batch) {
			const { stream } = await client.exec({
				query: `insert into ${table} format ArrowStream`,
				values: Readable.from([batchToIpc(distinctWords(batch))])
			});
			stream.resume();
		},
		close: () => client.close()
	};
}
