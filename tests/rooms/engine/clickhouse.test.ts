import { describe, expect, it } from 'vitest';
import { Dialect } from '../../../src/lib/engine/clickhouse-dialect';
import { distinctWords } from '../../../src/lib/engine/distinct-words';
import { columnsOf, databaseOf } from '../../../src/lib/compute/cluster-tables';
import { slicedCellsOf, SUMMED } from '../../../src/lib/sql/derived';
import { MACROS, PIPELINE } from '../../../src/lib/sql/pipeline';
import { readSql } from '../../../src/lib/sql/read';
import { computed, emptied, engine } from '../../support/scored';

const columns = new Map<string, [string, string][]>([
	[
		'facts.call',
		[
			['call', 'VARCHAR'],
			['month', 'VARCHAR'],
			['group', 'VARCHAR']
		]
	],
	[
		'policy.rule',
		[
			['month', 'VARCHAR'],
			['policy', 'VARCHAR']
		]
	]
]);
const told = async (sql: string): Promise<string> =>
	(await Dialect.of(columns, databaseOf)).query(sql).replaceAll(/\s+/g, ' ');

describe('SQL told in ClickHouse’s words', () => {
	it('names every column of a join, and what two sources share once', async () => {
		expect(await told('select call.*, rule.policy from facts.call join policy.rule using (month)')).toBe(
			'SELECT "call"."call" AS "call", "call"."month" AS "month", "call"."group" AS "group", "rule"."policy" AS "policy" FROM kaohe_facts.call JOIN kaohe_policy.rule USING (month)'
		);
		expect(await told('from facts.call join policy.rule using (month)')).toBe(
			'SELECT "call"."call" AS "call", "call"."month" AS "month", "call"."group" AS "group", "rule"."policy" AS "policy" FROM kaohe_facts.call JOIN kaohe_policy.rule USING (month)'
		);
		expect(
			await told(
				'with a as (select call.* exclude (month) from facts.call) select a.*, 1 as n from a anti join policy.rule on true'
			)
		).toContain('SELECT "a"."call" AS "call", "a"."group" AS "group", 1 AS n FROM a');
		await expect(told('select * from facts.callback')).rejects.toThrow('nothing is known of facts.callback');
	});

	it('puts the words that the library leaves', async () => {
		expect(
			await told(
				"select strftime(date '0001-01-01', '%Y-%m') as m, arg_max(call, month) as c from facts.call"
			)
		).toBe(
			"SELECT formatDateTime(toDate32('1900-01-01'), '%Y-%m') AS m, argMax(call, month) AS c FROM kaohe_facts.call"
		);
		expect(
			await told(
				'select macro.shows(call, month) as s, divide(7, 2) as q, bool_or(true) as b from facts.call'
			)
		).toBe('SELECT kaohe_shows(call, month) AS s, intDiv(7, 2) AS q, MAX(TRUE) AS b FROM kaohe_facts.call');
	});

	it('can tell every relation up to the measures, and the macros', async () => {
		const db = await engine();
		await emptied(db);
		await computed(db);
		const dialect = await Dialect.of(await columnsOf(db), databaseOf);
		const last = PIPELINE.findIndex(({ name }) => name === 'measures.every');
		for (const { name, kind } of PIPELINE.slice(0, last + 1))
			// sums of slices are told a measure at a time
			// who stands for whom is followed here
			if (kind !== 'input' && kind !== 'sliced' && name !== 'facts.heir')
				expect(dialect.query(readSql(name)), name).not.toMatch(/\bch_|\bmacro[_.]|%BY NAME/i);
		const sliced = SUMMED.flatMap((measure) => slicedCellsOf(measure) ?? []);
		expect(sliced.length).toBeGreaterThan(10);
		for (const sql of sliced) expect(dialect.query(sql)).not.toMatch(/\bch_|\bmacro[_.]|%BY NAME|strpos/i);
		const functions = dialect.functions(readSql(MACROS));
		expect(functions.length).toBe(readSql(MACROS).match(/create or replace macro/g)!.length);
		expect(functions.join('\n')).not.toMatch(/\bch_|macro_/i);
	});

	it('takes a dictionary of distinct words, and rows without one', () => {
		const batch = distinctWords({
			relation: 'call',
			rows: 4,
			columns: [
				{
					name: 'call',
					kind: 'word',
					valid: Uint8Array.of(0b1011),
					words: ['a', null, 'a'],
					codes: Int32Array.of(0, 1, 0, 2)
				}
			]
		});
		expect(batch.columns).toEqual([
			{
				name: 'call',
				kind: 'word',
				valid: Uint8Array.of(0b1001),
				words: ['a'],
				codes: Int32Array.of(0, 0, 0, 0)
			}
		]);
	});
});
