import {
	DuckDBInstance,
	DuckDBTimestampSecondsValue,
	DuckDBDateValue,
	DuckDBDecimalValue,
	type DuckDBAppender
} from '@duckdb/node-api';
import type { BatchColumn } from '../../src/lib/intake/batch';
import { nothingMade, type Engine, type Row } from '../../src/lib/engine/engine';

/** Native DuckDB behind the same interface, to cross-check the WASM build. */
export async function openNativeEngine(threads = 2): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
	const connection = await instance.connect();
	await connection.run("set default_null_order = 'nulls_last'");
	return {
		made: nothingMade(),
		exec: async (sql) => void (await connection.run(sql)),
		async rows(sql) {
			const reader = await connection.runAndReadAll(sql);
			return reader.getRowObjectsJson().map(plainRow);
		},
		async append(relation, batch) {
			const [schema, name] = relation.split('.') as [string, string];
			const types = (await connection.runAndReadAll(`describe ${schema}.${name}`))
				.getRowObjectsJson()
				.map((r) => JSON.stringify(r['column_type']));
			const appender = await connection.createAppender(name, schema);
			for (let row = 0; row < batch.rows; row++) {
				batch.columns.forEach((column, i) => appendCell(appender, column, row, types[i]!));
				appender.endRow();
			}
			appender.closeSync();
		},
		close: () => Promise.resolve(connection.closeSync())
	};
}

const plainRow = (row: Record<string, unknown>): Row =>
	Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? value : (value as Row[string])
		])
	);

function appendCell(appender: DuckDBAppender, column: BatchColumn, row: number, type: string): void {
	if (((column.valid[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return appender.appendNull();
	switch (column.kind) {
		case 'text':
			return appender.appendVarchar(
				new TextDecoder().decode(column.data.subarray(column.offsets[row], column.offsets[row + 1]))
			);
		case 'word':
			return appender.appendVarchar(column.words[column.codes[row]!]!);
		case 'time':
			return appender.appendTimestampSeconds(new DuckDBTimestampSecondsValue(column.seconds[row]!));
		case 'date':
			return appender.appendDate(new DuckDBDateValue(column.days[row]!));
		case 'decimal':
			return appender.appendDecimal(new DuckDBDecimalValue(column.units[row]!, 18, column.decimals));
		case 'int':
			return type === '"BOOLEAN"'
				? appender.appendBoolean(column.values[row] === 1)
				: appender.appendInteger(column.values[row]!);
	}
}
