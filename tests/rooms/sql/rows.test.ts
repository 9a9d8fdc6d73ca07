import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import { sampleFiles } from '../../../scripts/samples/make-samples';
import type { Row } from '../../../src/lib/engine/engine';
import { readSql } from '../../../src/lib/sql/read';
import { readResult, RESULTS, type ResultName } from '../../../src/lib/compute/results';
import { compute } from '../../../src/lib/compute/run';
import { policyWith } from '../../support/policy';
import { engine, load } from '../../support/scored';

const source = readFileSync(new URL('../../../src/lib/sql/rows.ts', import.meta.url), 'utf8');
/** The columns of a row type as its text says them: name → types. */
const columnsOf = (type: string): Map<string, string[]> => {
	const body = new RegExp(`type ${type} = \\{([^}]*)\\}`).exec(source)![1]!;
	const fields = body.replace(/\/\*\*.*?\*\//g, '').matchAll(/(\w+): ([^;]+?)\s*(?:;|$)/g);
	return new Map([...fields].map(([, name, types]) => [name!, types!.split('|').map((t) => t.trim())]));
};
const TYPES = new Map(
	[.../type ResultRows = \{([^}]*)\}/.exec(source)![1]!.matchAll(/(\w+): (\w+);/g)].map((m) => [m[1]!, m[2]!])
);
/** What a column of the engine is in TypeScript, but for null. */
const SAID: Record<string, string> = {
	VARCHAR: 'string',
	INTEGER: 'number',
	UINTEGER: 'number',
	BIGINT: 'number',
	HUGEINT: 'number',
	BOOLEAN: 'boolean'
};

describe('the types of results’ rows', () => {
	beforeAll(async () => {
		const files = sampleFiles().map(({ name, encoding, text }) => ({
			path: name,
			bytes: encodeText(text, encoding)
		}));
		await load(files, [policyWith()]);
		await compute(await engine(), readSql);
	}, 120_000);

	it.each(Object.keys(RESULTS) as ResultName[])('are what the engine gives: %s', async (name) => {
		const db = await engine();
		const described = await db.rows(`describe ${RESULTS[name]}`);
		const columns = columnsOf(TYPES.get(name)!);
		expect([...columns.keys()].sort()).toEqual(described.map((d) => String(d['column_name'])).sort());
		const rows: Row[] = await readResult(db, name);
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
	});
});
