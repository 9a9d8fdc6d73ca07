import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import { sampleFiles } from '../../../scripts/samples/make-samples';
import { MEASURES } from '../../../src/lib/sql/measures';
import { readSql } from '../../../src/lib/sql/read';
import { readResult, RESULTS, type ResultName } from '../../../src/lib/compute/results';
import { compute } from '../../../src/lib/compute/run';
import { policyWith } from '../../support/policy';
import { columnsOf, expectTypes, sourceOf } from '../../support/row-types';
import { engine, load } from '../../support/scored';

const source = sourceOf('sql/rows.ts');
const TYPES = new Map(
	[.../type ResultRows = \{([^}]*)\}/.exec(source)![1]!.matchAll(/(\w+): (\w+);/g)].map((m) => [m[1]!, m[2]!])
);
describe('the types of results’ rows', () => {
	beforeAll(async () => {
		const files = sampleFiles().map(({ name, encoding, text }) => ({
			path: name,
			bytes: encodeText(text, encoding)
		}));
		await load(files, [policyWith()]);
		await compute(await engine(), readSql);
	});

	it.each(Object.keys(RESULTS) as ResultName[])('are what the engine gives: %s', async (name) => {
		const db = await engine();
		const described = await db.rows(`describe ${RESULTS[name]}`);
		const columns = columnsOf(source, TYPES.get(name)!);
		expect([...columns.keys()].sort()).toEqual(described.map((d) => String(d['column_name'])).sort());
		expectTypes(columns, described, await readResult(db, name));
	});

	it.each(Object.keys(MEASURES))(
		'a counted record names month, unit, data set, fraction and line: %s',
		async (measure) => {
			const described = await (await engine()).rows(`describe counted.${measure}`);
			const columns = described.map((d) => String(d['column_name']));
			const isOfGroups = MEASURES[measure]!.units?.includes('group') === true;
			const lacks = [
				...['month', 'branch', isOfGroups ? 'group' : 'person', 'dataset', 'numerator', 'denominator'],
				...['source_file', 'source_record', 'source_line']
			].filter((column) => !columns.includes(column));
			expect(lacks, `counted/${measure}.sql`).toEqual([]);
		}
	);
});
