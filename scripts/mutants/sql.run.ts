import { describe, expect, inject, it, TestRunner, vi } from 'vitest';
import { engine } from '../../tests/support/scored';
import { judge } from './sql-judge';
import { learned, testsIn } from './sql-cases';

vi.mock('../../src/lib/sql/read', async (original) => {
	const { readSql } = await original<typeof import('../../src/lib/sql/read')>();
	const { seams } = await import('./sql-seams');
	return { readSql: (name: string) => seams.texts.get(name) ?? readSql(name) };
});
vi.mock('../../src/lib/compute/run', async (original) => {
	const run = await original<typeof import('../../src/lib/compute/run')>();
	const { telling } = await import('./sql-seams');
	return {
		...run,
		compute: telling(run.compute),
		recompute: telling(run.recompute),
		refill: telling(run.refill)
	};
});
vi.mock('../../src/lib/compute/shown', async (original) => {
	const { loadShown } = await original<typeof import('../../src/lib/compute/shown')>();
	const { telling } = await import('./sql-seams');
	return { loadShown: telling(loadShown) };
});

/** Those of few rows first: they take a second each, the random recomputations half a minute. */
const files = {
	...import.meta.glob('../../tests/specs/{intake,parts,scores}.test.ts'),
	...import.meta.glob([
		'../../tests/rooms/compute/{classes,renamed}.test.ts',
		'../../tests/rooms/month/checks.test.ts',
		'../../tests/rooms/record/sealed.test.ts',
		'../../tests/rooms/reports/*.test.ts',
		'../../tests/rooms/sql/{repeat,shuffled,unchanged}.test.ts',
		'../../tests/rooms/views/ahead.test.ts',
		// about types of rows, with the whole sample
		'!../../tests/rooms/reports/rows.test.ts'
	]),
	...import.meta.glob('../../tests/oracle/{scores,parts,manager}.test.ts')
};
for (const [name, load] of Object.entries(files)) describe(name, async () => void (await load()));

/** Tests of ten thousands of rows, or of the whole sample: a join that lost its condition would take hours over them. */
const MANY = /\(\d+ rows\)$|as many as the figure says|where a table lists records/;

const OWN = 'the mutants of SQL';
it.only(OWN, async () => {
	const db = await engine();
	const tests = testsIn(TestRunner.getCurrentTest()!.file).filter(
		({ name }) => !name.includes(OWN) && !MANY.test(name)
	);
	const cases = await learned(tests, db);
	const judged = await judge(db, cases, inject('mutants'));
	TestRunner.getCurrentTest()!.meta.mutants = judged;
	expect(judged.length).toBeGreaterThan(0);
});
