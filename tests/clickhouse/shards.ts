import type { Cluster } from '../../src/lib/engine/clickhouse';
import type { Batch, BatchColumn } from '../../src/lib/intake/batch';

const STAGING = 'kaohe_staging';

/** A cluster whose staged tables are split over databases by branch, and read as one, as a Distributed table reads its shards. */
export async function sharded(cluster: Cluster, shards: number): Promise<Cluster> {
	if (shards === 1) return cluster;
	const databases = Array.from({ length: shards }, (_, i) => `kaohe_shard${String(i)}`);
	for (const database of databases) {
		await cluster.exec(`drop database if exists ${database}`);
		await cluster.exec(`create database ${database}`);
	}
	return {
		...cluster,
		async exec(sql) {
			const made = /^create or replace table kaohe_staging\.(\w+) /.exec(sql);
			if (!made) return cluster.exec(sql);
			for (const database of databases) await cluster.exec(sql.replace(STAGING, database));
			await cluster.exec(`drop table if exists ${STAGING}.${made[1]!}`);
			const all = databases.map((database) => `select * from ${database}.${made[1]!}`).join(' union all ');
			await cluster.exec(`create or replace view ${STAGING}.${made[1]!} as ${all}`);
		},
		async append(table, batch) {
			for (const [at, database] of databases.entries()) {
				const own = rowsOf(batch, (row) => shardOf(batch, row) % shards === at);
				if (own.rows > 0) await cluster.append(table.replace(STAGING, database), own);
			}
		}
	};
}

/** The number of the branch of a row, or of its place where it names none. */
function shardOf({ columns }: Batch, row: number): number {
	const branch = columns.find(({ name }) => name === 'branch');
	const code = branch ? textIn(branch, row) : null;
	return code === null ? row : [...code].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
}

function textIn(column: BatchColumn, row: number): string | null {
	if ((column.valid[row >> 3]! & (1 << (row & 7))) === 0) return null;
	if (column.kind === 'word') return column.words[column.codes[row]!] ?? null;
	if (column.kind !== 'text') throw new Error(`${column.name} is no text`);
	return new TextDecoder().decode(column.data.subarray(column.offsets[row], column.offsets[row + 1]));
}

/** The rows of a batch that are wanted. */
function rowsOf(batch: Batch, wanted: (row: number) => boolean): Batch {
	const rows = Array.from({ length: batch.rows }, (_, row) => row).filter(wanted);
	return { ...batch, rows: rows.length, columns: batch.columns.map((column) => taken(column, rows)) };
}

function taken(column: BatchColumn, rows: number[]): BatchColumn {
	const valid = new Uint8Array(Math.ceil(rows.length / 8) || 1);
	rows.forEach((row, at) => {
		if ((column.valid[row >> 3]! & (1 << (row & 7))) !== 0) valid[at >> 3]! |= 1 << (at & 7);
	});
	const pick = <T extends Int32Array | BigInt64Array>(values: T): T =>
		values.constructor === BigInt64Array
			? (BigInt64Array.from(rows, (row) => values[row] as bigint) as T)
			: (Int32Array.from(rows, (row) => values[row] as number) as T);
	switch (column.kind) {
		case 'word':
			return { ...column, valid, codes: pick(column.codes) };
		case 'time':
			return { ...column, valid, seconds: pick(column.seconds) };
		case 'date':
			return { ...column, valid, days: pick(column.days) };
		case 'int':
			return { ...column, valid, values: pick(column.values) };
		case 'decimal':
			return { ...column, valid, units: pick(column.units) };
		case 'text': {
			const words = rows.map((row) => textIn(column, row));
			const places = new Map([...new Set(words)].map((word, at) => [word, at]));
			return {
				name: column.name,
				kind: 'word',
				valid,
				words: [...places.keys()],
				codes: Int32Array.from(words, (w) => places.get(w)!)
			};
		}
	}
}
