import type { Table } from 'apache-arrow';
import type { Row, Value } from './engine';

/** The rows of a query result as plain objects; 64-bit numbers become numbers where they are exact and text elsewhere. */
export function rowsOf(table: Table): Row[] {
	const names = table.schema.fields.map((f) => f.name);
	const columns = names.map((_, i) => table.getChildAt(i)!);
	return Array.from({ length: table.numRows }, (_, row) =>
		Object.fromEntries(names.map((name, i) => [name, plain(columns[i]!.get(row))]))
	);
}

function plain(value: unknown): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	throw new TypeError(`a query gave a ${typeof value} (${JSON.stringify(value)}); cast it to text in SQL`);
}
