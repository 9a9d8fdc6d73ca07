import type { Cluster } from '../engine/clickhouse';
import { declared, type Declared } from '../engine/clickhouse-dialect';
import type { Engine, Row } from '../engine/engine';
import { tableBatch } from '../engine/table-batch';

/** Where a schema of the pipeline lies on the cluster. */
export const databaseOf = (schema: string): string => `kaohe_${schema}`;

/** Where a relation lies on the cluster. */
export const placeOf = (relation: string): string => {
	const [schema, name] = relation.split('.') as [string, string];
	return `${databaseOf(schema)}.${name}`;
};

/** The columns of every relation that an engine holds. */
export async function columnsOf(engine: Engine): Promise<Declared> {
	const columns: Declared = new Map();
	for (const row of await engine.rows(`
		select table_schema || '.' || table_name as relation, column_name, data_type
		from information_schema.columns
		order by relation, ordinal_position`)) {
		const relation = String(row['relation']);
		const own = columns.get(relation) ?? [];
		own.push([String(row['column_name']), String(row['data_type'])]);
		columns.set(relation, own);
	}
	return columns;
}

/** Makes a table of the cluster, empty. */
export const makeTable = (
	cluster: Cluster,
	relation: string,
	columns: Declared,
	make = 'create or replace table'
): Promise<void> =>
	cluster.exec(
		`${make} ${placeOf(relation)} (${columns.get(relation)!.map(declared).join(', ')}) engine = MergeTree order by tuple()`
	);

/** Puts the rows of a small input into a table of the cluster. */
export async function send(engine: Engine, cluster: Cluster, name: string, columns: Declared): Promise<void> {
	await makeTable(cluster, name, columns);
	const own = columns.get(name)!;
	const cells = own.map(([column]) => `"${column}"::varchar as "${column}"`).join(', ');
	const rows = await engine.rows(`select ${cells} from ${name}`);
	if (rows.length > 0) await cluster.append(placeOf(name), textBatch(name, own, rows));
}

/** Puts rows of the cluster into a table here. */
export async function bring(
	engine: Engine,
	name: string,
	columns: [string, string][],
	rows: Row[]
): Promise<void> {
	if (rows.length === 0) return;
	await engine.exec(
		`create or replace table counted.arrived (${columns.map(([c]) => `"${c}" varchar`).join(', ')})`
	);
	await engine.append('counted.arrived', textBatch('arrived', columns, rows));
	await engine.exec(`insert into ${name} from counted.arrived; drop table counted.arrived`);
}

/** A column as DuckDB declares it. */
export const typed = ([name, type]: [string, string]): string => `"${name}" ${type}`;

/** Rows with every cell as text. */
const textBatch = (name: string, columns: [string, string][], rows: Row[]): ReturnType<typeof tableBatch> =>
	tableBatch({
		name,
		columns: columns.map(([column]) => [column, 'text']),
		rows: rows.map((row) =>
			columns.map(([c]) => (row[c] === null || row[c] === undefined ? null : String(row[c])))
		)
	});
