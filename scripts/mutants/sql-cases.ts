import type { RunnerTestSuite } from 'vitest';
import { TestRunner } from 'vitest';
import type { Engine } from '../../src/lib/engine/engine';
import { namedIn, restedOn } from '../../tests/support/ancestors';
import { holding } from '../../tests/support/scored';
import { freed } from './sql-engine';
import { seams } from './sql-seams';

/** Tests that look at one computation, which can be run again and again; how long they take, and what they rest on. */
export interface Case {
	name: string;
	/** Milliseconds. */
	takes: number;
	reads: Set<string>;
	/** Fails with the first test that does. */
	run: () => Promise<void>;
}

/** A test with the hooks before it. */
interface Test {
	name: string;
	run: () => Promise<void>;
}

/** All tests under a suite; those that share what is done before them are one. */
export const testsIn = (suite: RunnerTestSuite): Test[] => {
	const hooks = TestRunner.getSuiteHooks(suite).beforeAll;
	const tests = suite.tasks.flatMap((task): Test[] =>
		task.type === 'suite'
			? testsIn(task)
			: [{ name: `${suite.name} > ${task.name}`, run: async () => void (await TestRunner.getTestFn(task)()) }]
	);
	if (hooks.length === 0 || tests.length === 0) return tests;
	const run = async (): Promise<void> => {
		for (const hook of hooks) await (hook as (suite: unknown) => unknown)({});
		for (const test of tests) await test.run();
	};
	return [{ name: tests[0]!.name, run }];
};

const caseOf = (tests: Test[], takes: number, asked: string[]): Case => ({
	name: tests[0]!.name,
	takes,
	reads: restedOn(asked.flatMap(namedIn)),
	async run() {
		holding.what = '';
		for (const test of tests) await test.run();
	}
});

/** Runs each test as things stand, to learn how long it takes and which relations it looks at, those that look at one computation together; throws where one fails. */
export async function learned(tests: Test[], engine: Engine): Promise<Case[]> {
	const own = { rows: engine.rows.bind(engine), exec: engine.exec.bind(engine) };
	const found: { tests: Test[]; takes: number; asked: string[] }[] = [];
	let asked: string[] = [];
	/** The texts of statements that stand, by name: a test that executes one looks at what its text names. */
	const plans = new Map<string, string>();
	const note = (sql: string): void => {
		const [, plan, planned] = /^prepare (\w+) as\s([\s\S]+)$/.exec(sql) ?? [];
		if (plan && planned) return void plans.set(plan, planned);
		const [, executed] = /^execute (\w+)$/.exec(sql) ?? [];
		if (!seams.isComputing) asked.push((executed && plans.get(executed)) ?? sql);
	};
	engine.rows = (sql) => (note(sql), own.rows(sql));
	engine.exec = (sql) => (note(sql), own.exec(sql));
	for (const test of tests) {
		asked = [];
		freed(engine);
		const [from, before] = [performance.now(), seams.computations];
		await test.run();
		const takes = performance.now() - from;
		const last = found.at(-1);
		if (seams.computations > before) found.push({ tests: [test], takes, asked });
		else if (last && asked.length > 0) {
			last.tests.push(test);
			last.asked.push(...asked);
			last.takes += takes;
		}
	}
	Object.assign(engine, own);
	return found.map((c) => caseOf(c.tests, c.takes, c.asked));
}
