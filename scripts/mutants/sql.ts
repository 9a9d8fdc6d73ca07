import { startVitest } from 'vitest/node';
import { idOf, type Judged } from './mutant';
import type { SqlMutant } from './sql-mutants';

declare module 'vitest' {
	interface ProvidedContext {
		/** The names of the mutants that are put to the tests. */
		mutants: string[];
	}
	interface TaskMeta {
		mutants?: Judged[];
	}
}

/** Puts mutants of SQL to the tests, in one process with one engine. */
export async function judgeSql(mutants: SqlMutant[]): Promise<Judged[]> {
	const vitest = await startVitest('test', [], {
		config: 'scripts/mutants/vitest.config.ts',
		watch: false,
		reporters: [{ onUserConsoleLog: ({ content }) => void process.stderr.write(content) }],
		provide: { mutants: mutants.map(idOf) }
	});
	const tasks = vitest.state.getFiles().flatMap((file) => file.tasks);
	const judged = tasks.flatMap((task) => task.meta.mutants ?? []);
	const errors = [
		...tasks.flatMap((task) => task.result?.errors ?? []),
		...vitest.state.getUnhandledErrors()
	];
	await vitest.close();
	process.exitCode = 0;
	if (judged.length < mutants.length)
		throw new Error('the mutants of SQL were not put to all tests', { cause: errors[0] });
	return judged;
}
