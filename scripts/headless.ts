import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative, resolve as resolvePath, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadedDirectory } from '../src/lib/engine/directory';
import { datasetOf } from '../src/lib/intake/dataset';
import type { Engine } from '../src/lib/engine/engine';
import { readingOrder, survey, type Surveyed } from '../src/lib/engine/survey';
import { listFiles } from '../src/lib/engine/run';
import type { Unreadable } from '../src/lib/intake/open-file';
import { readFile, type Tally } from '../src/lib/intake/read-file';
import type { Reject } from '../src/lib/intake/reject';
import type { ByteSource } from '../src/lib/intake/source';
import type { Understanding } from '../src/lib/intake/understand';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import { lintPolicy } from '../src/lib/policy/lint';
import { findingText } from '../src/lib/policy/lint-text';
import { checkPolicy } from '../src/lib/policy/check';
import type { Policy } from '../src/lib/policy/schema';

/** What the user asked for can't be done: said in one line, exit 2. */
export class BadArguments extends Error {}

/** A file of the folder after intake. */
export interface LoadedFile {
	number: number;
	path: string;
	sha256: string;
	dataset: string | null;
	kind: string;
	how: Understanding | null;
	tally: Tally | null;
	rejects: Reject[];
	mismatch: string | null;
	unreadable: Unreadable | null;
}

const TABLES = /\.(csv|tsv|txt|xlsx|xls)$/i;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The paths below a folder that may be exports; links are followed, and what lies in `except` (earlier results) is left out. */
export function filesBelow(folder: string, except: string): string[] {
	try {
		const own = `${resolvePath(except)}${sep}`;
		const below =
			own.startsWith(`${resolvePath(folder)}${sep}`) && resolvePath(except) !== resolvePath(folder);
		const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
			(entry) => !below || !join(resolvePath(entry.parentPath), entry.name).startsWith(own)
		);
		const paths = all
			.filter(
				(entry) =>
					TABLES.test(entry.name) &&
					isFile(join(entry.parentPath, entry.name)) &&
					!entry.name.startsWith('~$')
			)
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
		if (paths.length === 0) throw new BadArguments(`--in ${folder}: no .csv, .tsv, .txt, .xlsx or .xls file`);
		return paths;
	} catch (error) {
		if (error instanceof BadArguments) throw error;
		throw new BadArguments(`--in ${folder}: ${(error as Error).message}`);
	}
}

/** A file on disk as a source; `path` is how it is named in the results. */
export function diskSource(file: string, path: string): ByteSource {
	return {
		path,
		size: statSync(file).size,
		slice(from, to) {
			const bytes = new Uint8Array(to - from);
			const handle = openSync(file, 'r');
			try {
				const read = readSync(handle, bytes, 0, bytes.length, from);
				return Promise.resolve(bytes.subarray(0, read));
			} finally {
				closeSync(handle);
			}
		}
	};
}

const policyFolder = join(fileURLToPath(new URL('.', import.meta.url)), '../data/policies');

/** The policy of a file, or all versions of data/policies; one that has errors is refused with the first of them. */
export function readPolicies(file?: string): Policy[] {
	const versions = (): string[] =>
		readdirSync(policyFolder)
			.filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
			.map((name) => join(policyFolder, name));
	return (file ? [file] : versions()).map((path) => {
		let value: unknown;
		try {
			value = JSON.parse(readFileSync(path, 'utf8'));
		} catch (error) {
			throw new BadArguments(`--policy ${path}: ${(error as Error).message}`);
		}
		const errors = lintPolicy(value).filter((f) => f.severity === 'error');
		const { policy } = checkPolicy(value);
		if (policy && errors.length === 0) return policy;
		const [first] = errors;
		const place = [first!.code, first!.scorecard, first!.line].filter((part) => part !== '').join(' ');
		throw new BadArguments(
			`--policy ${path}: ${place}: ${findingText('en', first!)} (${String(errors.length)} in all)`
		);
	});
}

/** Reads every file into the engine: branches first, then people, then the rest. */
export async function loadFolder(engine: Engine, folder: string, paths: string[]): Promise<LoadedFile[]> {
	const surveyed: (Surveyed & { path: string; dataset: string | null; sha256: string })[] = [];
	for (const path of paths) {
		const hash = createHash('sha256');
		const source = diskSource(join(folder, path), path);
		const found = await survey(source, new Map(), undefined, (slice) => hash.update(slice));
		const sha256 = found.unreadable
			? createHash('sha256')
					.update(readFileSync(join(folder, path)))
					.digest('hex')
			: hash.digest('hex');
		surveyed.push({ ...found, path, dataset: found.how?.mapping?.dataset ?? null, sha256 });
	}
	const given = {
		branches: surveyed.some((f) => f.dataset === 'branches'),
		people: surveyed.some((f) => f.dataset === 'people')
	};
	const loaded: LoadedFile[] = [];
	const total = surveyed.length;
	for (const [number, file] of readingOrder(surveyed).entries()) {
		const entry = emptyEntry(number, file);
		loaded.push(entry);
		if (process.stderr.isTTY) console.error(`${String(number + 1)}/${String(total)} ${file.path}`);
		if (!file.unreadable) await loadFile(engine, entry, file, given);
	}
	await listFiles(
		engine,
		loaded.map((f) => ({ ...f, precedence: 0 }))
	);
	return loaded;
}

const emptyEntry = (
	number: number,
	file: Surveyed & { path: string; dataset: string | null; sha256: string }
): LoadedFile => ({
	number,
	path: file.path,
	sha256: file.sha256,
	dataset: file.dataset,
	kind: file.opened?.kind ?? '',
	how: file.how,
	tally: null,
	rejects: [],
	mismatch: null,
	unreadable: file.unreadable
});

async function loadFile(
	engine: Engine,
	entry: LoadedFile,
	file: Surveyed & { unreadable: null },
	given: { branches: boolean; people: boolean }
): Promise<void> {
	const directory = await loadedDirectory(engine, given);
	if (file.how.mapping?.dataset === 'branches') directory.branches = null;
	if (file.how.mapping?.dataset === 'people') directory.people = null;
	const outcome = await readFile(
		file.opened.source,
		file.opened.encoding,
		file.how,
		{ vocabulary: BUILT_IN, directory, scale: 5 },
		entry.number,
		{
			batch: (batch) => engine.append(`staging.${batch.relation}`, batch),
			reject: (rejects) => rejects.forEach((r) => entry.rejects.push(r)),
			async restart() {
				entry.rejects = [];
				if (entry.dataset === null) return;
				const { relation } = datasetOf(entry.dataset);
				await engine.exec(`delete from staging.${relation} where source_file = ${String(entry.number)}`);
			}
		}
	);
	entry.tally = outcome.tally;
	entry.mismatch = outcome.mismatch;
}
