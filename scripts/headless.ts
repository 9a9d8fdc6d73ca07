import { createHash } from 'node:crypto';
import {
	closeSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	realpathSync,
	statSync,
	type Dirent
} from 'node:fs';
import { join, relative, resolve as resolvePath, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../src/lib/engine/engine';
import { readIn, type Read, type ToRead } from '../src/lib/compute/read-in-process';
import type { Surveyed } from '../src/lib/intake/survey';
import { loadAside, type Stated } from '../src/lib/compute/run';
import { unpacked } from '../src/lib/intake/handed';
import { outstanding } from '../src/lib/intake/answers';
import { asideRows, isLeftOut } from '../src/lib/intake/set-aside';
import {
	forPersons,
	isSystemFile,
	lackingBeside,
	systemWarning,
	unreadWarning
} from '../src/lib/intake/unread';
import { Unreadable } from '../src/lib/intake/open-file';
import type { ByteSource } from '../src/lib/intake/source';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import { loss, type Warning } from '../src/lib/intake/warning';
import { lintPolicy } from '../src/lib/policy/lint';
import { findingText } from '../src/lib/policy/lint-text';
import { checkPolicy } from '../src/lib/policy/check';
import type { Policy } from '../src/lib/policy/schema';
import { chosenReadings } from '../src/lib/policy/switches';
import { timeZoneOf } from '../src/lib/policy/zone';
import { surveyWith, type Setting } from './settings';

/** What the user asked for can't be done: said in one line, exit 2. */
export class BadArguments extends Error {}

/** A warning with the file, sheet or table that it is of and its data set. */
export interface FileWarning {
	file: string;
	dataset: string | null;
	warning: Warning;
}

/** What a folder of exports gave. */
export interface Loaded {
	files: Read[];
	warnings: FileWarning[];
	/** SHA-256 of every file handed over, by path. */
	inputs: Record<string, string>;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What lies below a folder, folders that are links searched, too; each real folder once. */
function entriesBelow(folder: string, seen = new Set<string>()): Dirent[] {
	const real = realpathSync(folder);
	if (seen.has(real)) return [];
	seen.add(real);
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
		return isFolder ? entriesBelow(path, seen) : [entry];
	});
}

/** Every file below a folder; links are followed, and what lies in `except` (earlier results) is left out. */
export function filesBelow(folder: string, except: string | null): string[] {
	try {
		const own = except === null ? null : `${resolvePath(except)}${sep}`;
		const below =
			own !== null &&
			own.startsWith(`${resolvePath(folder)}${sep}`) &&
			own !== `${resolvePath(folder)}${sep}`;
		const paths = entriesBelow(folder)
			.filter((entry) => !below || !join(resolvePath(entry.parentPath), entry.name).startsWith(own))
			.filter((entry) => isFile(join(entry.parentPath, entry.name)))
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
		if (paths.length === 0) throw new BadArguments(`--in ${folder}: the folder is empty`);
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

/** The files of a list of sources with archives opened, each once; what is no export is left out with a warning. */
export async function handedOver(
	sources: ByteSource[]
): Promise<{ sources: ByteSource[]; warnings: FileWarning[] }> {
	const found: ByteSource[] = [];
	const warnings: FileWarning[] = [];
	for (const source of sources) {
		const aside = (warning: Warning): void =>
			void warnings.push({ file: source.path, dataset: null, warning });
		if (isSystemFile(source.path)) {
			aside(systemWarning());
			continue;
		}
		try {
			const members = await unpacked(source);
			for (const member of members ?? [source])
				if (isSystemFile(member.path))
					warnings.push({ file: member.path, dataset: null, warning: systemWarning() });
				else found.push(member);
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			aside(unreadWarning(source.path, error));
		}
	}
	return { sources: found, warnings };
}

/** What is asked of the files of a run. */
export interface AskedFor {
	policies: Policy[];
	settings: Setting[];
	/** Data sets of which it is stated that none came. */
	none: string[];
	month: string | null;
	unit: string;
}

/** Reads every file of a folder into the engine, and tells it what was set aside. */
export async function loadFolder(
	engine: Engine,
	folder: string,
	paths: string[],
	asked: AskedFor
): Promise<Loaded> {
	const sources = paths.map((path) => diskSource(join(folder, path), path));
	const inputs = Object.fromEntries(
		paths.map((path) => [
			path,
			createHash('sha256')
				.update(readFileSync(join(folder, path)))
				.digest('hex')
		])
	);
	return { ...(await loadSources(engine, sources, asked)), inputs };
}

/** Reads files into the engine, and tells it what was set aside. */
export async function loadSources(
	engine: Engine,
	handed: ByteSource[],
	asked: AskedFor
): Promise<Omit<Loaded, 'inputs'>> {
	const { sources, warnings } = await handedOver(handed);
	const surveyed: Surveyed[] = [];
	for (const source of sources) surveyed.push(await surveyWith(source, asked.settings, asked.month));
	const unused = asked.settings.find((s) => !s.used);
	if (unused) throw new BadArguments(`--set ${unused.text}: no such file, sheet or field`);
	for (const file of surveyed) {
		const own = file.unreadable ? [unreadWarning(file.path, file.unreadable)] : file.warnings;
		warnings.push(...own.map((warning) => ({ file: sheetPath(file, warning), dataset: null, warning })));
	}
	const wanted = surveyed.flatMap((file) => file.tables.map((t): ToRead => ({ ...t, ...kindOf(file, t) })));
	const meaning = { vocabulary: BUILT_IN, zone: timeZoneOf(asked.policies) };
	const files = await readIn(engine, wanted, meaning, (file, at) => {
		if (process.stderr.isTTY) console.error(`${String(at + 1)}/${String(wanted.length)} ${file.path}`);
	});
	for (const { path, dataset, how, outcome } of files)
		warnings.push(
			...[...how.warnings, ...outcome.warnings].map((warning) => ({ file: path, dataset, warning }))
		);
	for (const { table, warning } of lackingBeside(files, chosenReadings(asked.policies)))
		warnings.push({ file: table.path, dataset: table.dataset, warning });
	const stated: Stated[] = asked.none.map((dataset) => ({ dataset, month: null }));
	const tables = outstanding(
		files.map((f) => ({ ...f, aside: f.outcome.aside, answers: f.outcome.answers }))
	);
	const leftOut = warnings
		.filter(({ warning }) => isLeftOut(warning))
		.map(({ file, warning }) => ({ path: file, warning }));
	await loadAside(engine, asideRows(tables, leftOut), stated);
	const forAll = (w: FileWarning): FileWarning => ({ ...w, warning: forPersons(w.warning) });
	return { files, warnings: asked.unit === 'person' ? warnings.map(forAll) : warnings };
}

/** Data sets of which nothing was accepted in a month though its scores rest on them, once everything is computed. */
export async function lackingDatasets(
	engine: Engine,
	isWanted: (month: string) => boolean
): Promise<FileWarning[]> {
	const rows = await engine.rows(`
		select month, dataset from facts.unread where branch is null
		union all
		select month, 'ratings' from facts.month
		where month not in (select month from facts.received where dataset = 'ratings')
			and 'ratings' not in (select dataset from staging.stated)
		order by month, dataset`);
	return rows
		.filter((row) => isWanted(String(row['month'])))
		.map((row) => ({
			file: '',
			dataset: null,
			warning: loss('missing_dataset', String(row['dataset']), String(row['month']))
		}));
}

const kindOf = (file: Surveyed, { how }: Surveyed['tables'][number]): Pick<ToRead, 'kind' | 'dataset'> => ({
	kind: file.kind,
	dataset: how.mapping?.dataset ?? null
});

/** A sheet that isn't read is named behind its file. */
const sheetPath = ({ path }: Surveyed, { code, column }: Warning): string =>
	code === 'unread_sheet' || code === 'hidden_sheet' ? `${path}#${column}` : path;
