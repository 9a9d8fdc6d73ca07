import type { Engine, Row } from '../../src/lib/engine/engine';
import { openNodeEngine, readSql } from '../../src/lib/engine/node';
import { RESULTS, readResult, type ResultName } from '../../src/lib/engine/results';
import { compute, listFiles, loadPolicies, prepare } from '../../src/lib/engine/run';
import { loadedDirectory } from '../../src/lib/engine/directory';
import { readingOrder, survey } from '../../src/lib/engine/survey';
import { readFile, type Outcome } from '../../src/lib/intake/read-file';
import type { Reject } from '../../src/lib/intake/reject';
import { bytesSource } from '../../src/lib/intake/source';
import type { Understanding } from '../../src/lib/intake/understand';
import { BUILT_IN, type Vocabulary } from '../../src/lib/intake/vocabulary';
import type { Policy } from '../../src/lib/policy/schema';
import { policyTables } from '../../src/lib/policy/tables';

export interface TextFile {
	path: string;
	bytes: Uint8Array;
}

export interface ReadText {
	path: string;
	dataset: string | null;
	how: Understanding;
	outcome: Outcome;
	rejects: Reject[];
}

let shared: Promise<Engine> | null = null;

/** One engine for all tests of a file. */
export const engine = (): Promise<Engine> => (shared ??= openNodeEngine());

/** Reads files into an emptied engine, as the headless command does. */
export async function load(
	files: TextFile[],
	policies: Policy[],
	db?: Engine,
	vocabulary: Vocabulary = BUILT_IN
): Promise<ReadText[]> {
	const into = db ?? (await engine());
	await prepare(into, readSql);
	await loadPolicies(into, policyTables(policies));
	const surveyed = await Promise.all(
		files.map(async ({ path, bytes }) => {
			const found = await survey(bytesSource(path, bytes), new Map());
			if (found.unreadable) throw found.unreadable;
			return { path, dataset: found.how.mapping?.dataset ?? null, opened: found.opened, how: found.how };
		})
	);
	const read: ReadText[] = [];
	const has = (dataset: string): boolean => surveyed.some((s) => s.dataset === dataset);
	for (const [number, file] of readingOrder(surveyed).entries()) {
		const directory = await loadedDirectory(into, {
			branches: has('branches') && file.dataset !== 'branches',
			people: has('people') && file.dataset !== 'people'
		});
		const rejects: Reject[] = [];
		const outcome = await readFile(
			file.opened.source,
			file.opened.encoding,
			file.how,
			{ vocabulary, directory, scale: 5 },
			number,
			{
				batch: (batch) => into.append(`staging.${batch.relation}`, batch),
				reject: (found) => void rejects.push(...found),
				restart: async () => {
					rejects.length = 0;
					await into.exec(
						`delete from staging.${file.how.mapping!.dataset.replace(/s$/, '')} where source_file = ${String(number)}`
					);
				}
			}
		);
		read.push({ path: file.path, dataset: file.dataset, how: file.how, outcome, rejects });
	}
	await listFiles(
		into,
		read.map((r, number) => ({ number, path: r.path, dataset: r.dataset, precedence: 0 }))
	);
	return read;
}

/** Loads files and computes all results, every cell as text. */
export async function score(
	files: TextFile[],
	policies: Policy[],
	db?: Engine
): Promise<Record<ResultName, Record<string, string>[]>> {
	const into = db ?? (await engine());
	await load(files, policies, into);
	await compute(into, readSql);
	const results: Partial<Record<ResultName, Record<string, string>[]>> = {};
	for (const name of Object.keys(RESULTS) as ResultName[])
		results[name] = (await readResult(into, name)).map(asText);
	return results as Record<ResultName, Record<string, string>[]>;
}

const asText = (row: Row): Record<string, string> =>
	Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]));
