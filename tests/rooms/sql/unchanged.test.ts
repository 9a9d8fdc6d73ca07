import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadShown } from '../../../src/lib/compute/shown';
import { loadThemes } from '../../../src/lib/compute/themes';
import { loadSealed } from '../../../src/lib/compute/inputs';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { PIPELINE } from '../../../src/lib/sql/pipeline';
import { readSql } from '../../../src/lib/sql/read';
import { arbitraryPolicy } from '../../support/arbitrary';
import { exportsOf } from '../../support/random-exports';
import { varied } from '../../support/varied';
import { computed, engine, load, reported } from '../../support/scored';

/** How many random cases are held. */
const CASES = 4;
const computedHere = PIPELINE.filter(({ kind }) => kind !== 'input').map(({ name }) => name);
const read = new Set(
	computedHere.flatMap((name) =>
		[...readSql(name).matchAll(/\b(?:from|join)\s+(\w+\.\w+)/g)].map((m) => m[1]!)
	)
);
/** The tables that scores rest on, the rows that reports rest on, and whatever nothing else reads: what stands between shows in them. */
const RELATIONS = computedHere.filter(
	(name) => !read.has(name) || /^(rows|scores|rankings|awards)\.|\.every$/.test(name)
);

/** What a relation gives, as a line: how many rows, a sum over whole rows, and one over each column, whatever the order. */
async function told(relation: string): Promise<string> {
	const db = await engine();
	const columns = (await db.rows(`describe ${relation}`)).map((c) => String(c['column_name']));
	const sum = (text: string): string => `hex((sum(md5_number_lower(${text})) % 65536)::bigint)`;
	const cell = (column: string): string => `coalesce("${column}"::varchar, '∅')`;
	const [row] = await reported(
		db,
		`select count(*) as rows, ${sum(`concat_ws('|', ${columns.map(cell).join(', ')})`)} as whole, ${columns.map((c, i) => `${sum(cell(c))} as c${String(i)}`).join(', ')} from ${relation}`
	);
	const { rows, whole } = row!;
	if (Number(rows) === 0) return 'no rows';
	return `${String(rows)} rows ${String(whole)}: ${columns.map((c, i) => `${c} ${String(row![`c${String(i)}`])}`).join(', ')}`;
}

/** A month and a quarter that were sealed otherwise than they would be computed now. */
const SEALED = {
	ranks: ['B1', 'B2', 'B3'].map((unit, i) => [
		'2026-08',
		'2026-08',
		'branch',
		unit,
		'staff',
		`${String(90 + i)}.5`,
		3 - i,
		false,
		3
	]),
	prizes: [['2026-06', '2026Q2', 'quarter', 'branch', 'B1', 1, '500.00']]
};

/**
 * Every relation gives what it gave when someone last looked, over random exports of all data sets: that it was right is held by
 * specs and oracles, that nothing moves unseen is held here. Where it should move, `vitest -u` writes the sums anew, and the
 * change shows which relations and columns moved.
 */
describe('what every relation gives of random exports', () => {
	const cases = fc.sample(fc.tuple(exportsOf(150), arbitraryPolicy), { numRuns: CASES, seed: 7 });
	const seen = new Set<string>();
	for (const [at, [files, policy]] of cases.entries())
		it(`is what it was: case ${String(at)}`, async () => {
			const db = await engine();
			// months before any version of the rules have records, too
			const from = at === 1 ? '2026-08' : policy.in_force_from;
			await load(files, [{ ...varied(policy, at), in_force_from: from }]);
			await loadThemes(db, BUILT_IN);
			await loadSealed(db, at % 2 === 0 ? SEALED : { ranks: [], prizes: [] });
			await computed(db);
			await loadShown(db, {
				now: at % 3 === 0 ? ['2026-09', '2026-10'] : ['2026-10'],
				// of March nothing is there
				before: [at === 1 ? '2026-03' : '2026-08'],
				today: '2026-10-21',
				branch: at === 2 ? 'B2' : null,
				sampling: { dataset: at % 2 === 0 ? 'callbacks' : 'tickets', seed: 'S', perWeek: 2 }
			});
			const lines: string[] = [];
			for (const name of RELATIONS) {
				const line = await told(name);
				if (line !== 'no rows') seen.add(name);
				lines.push(`${name}: ${line}`);
			}
			await loadSealed(db, { ranks: [], prizes: [] });
			await expect(lines.join('\n') + '\n').toMatchFileSnapshot(
				fileURLToPath(new URL(`unchanged/${String(at)}.txt`, import.meta.url))
			);
		});
	it('has rows of each in one case at least', () => {
		expect(RELATIONS.filter((name) => !seen.has(name))).toEqual([]);
	});
});
