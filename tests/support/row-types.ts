import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Row } from '../../src/lib/engine/engine';

/** The text of a module of src/lib. */
export const sourceOf = (path: string): string =>
	readFileSync(new URL(`../../src/lib/${path}`, import.meta.url), 'utf8');

/** The columns of a row type as its text says them, those of the types it adds to among them: name → types. */
export function columnsOf(source: string, type: string): Map<string, string[]> {
	const [, others, body] = new RegExp(`type ${type} = ([^{;]*)\\{([^}]*)\\}`).exec(source)!;
	const fields = body!.replace(/\/\*\*.*?\*\//g, '').matchAll(/(\w+): ([^;]+?)\s*(?:;|$)/g);
	const own = [...fields].map(([, name, types]) => [name!, types!.split('|').map((t) => t.trim())] as const);
	const added = [...others!.matchAll(/\w+/g)].flatMap(([other]) => [...columnsOf(source, other)]);
	return new Map([...added, ...own]);
}

/** What a column of the engine is in TypeScript, but for null. */
const SAID: Record<string, string> = {
	VARCHAR: 'string',
	INTEGER: 'number',
	UINTEGER: 'number',
	BIGINT: 'number',
	HUGEINT: 'number',
	DOUBLE: 'number',
	BOOLEAN: 'boolean'
};

/** Holds the columns of a row type against what the engine says of a query, and against the rows that it gives. */
export function expectTypes(columns: Map<string, string[]>, described: Row[], rows: Row[]): void {
	expect(described.map((d) => String(d['column_name'])).sort()).toEqual([...columns.keys()].sort());
	for (const { column_name: column, column_type: type } of described) {
		const types = columns.get(String(column))!;
		const isWord = types.some((t) => t === 'string' || t === 'Unit' || t.startsWith("'"));
		expect(isWord ? 'string' : types.find((t) => t !== 'null'), String(column)).toBe(SAID[String(type)]);
		for (const row of rows) {
			const value = row[String(column)] ?? null;
			if (value === null) expect(types, String(column)).toContain('null');
			else if (types.every((t) => t.startsWith("'"))) expect(types).toContain(`'${String(value)}'`);
		}
	}
}
