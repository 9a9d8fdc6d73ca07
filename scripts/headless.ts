import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../src/lib/engine/engine';
import { readIn, type Read, type ToRead } from '../src/lib/compute/read-in-process';
import type { Surveyed } from '../src/lib/intake/survey';
import { loadAside, type Stated } from '../src/lib/compute/inputs';
import { outstanding } from '../src/lib/intake/answers';
import { asideRows, isLeftOut } from '../src/lib/intake/set-aside';
import { forPersons, lackingBeside, unreadWarning } from '../src/lib/intake/unread';
import { slices, type ByteSource } from '../src/lib/intake/source';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import { loss, type Warning } from '../src/lib/intake/warning';
import type { Policy } from '../src/lib/policy/schema';
import { chosenReadings } from '../src/lib/policy/switches';
import { timeZoneOf } from '../src/lib/policy/zone';
import { Readers, type Seen } from './readers';
import { isNamed, surveyWith, type Setting } from './settings';
import { BadArguments } from './read-policies';
import { type FileWarning, diskSource, handedOver } from './sources';

/** What a folder of exports gave. */
export interface Loaded {
	files: Read[];
	warnings: FileWarning[];
	/** SHA-256 of every file handed over, by path. */
	inputs: Record<string, string>;
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

/** From so many bytes on files are read in threads of their own. */
const MANY = 64 * 2 ** 20;
/** What each thread has read waits in memory for its turn. */
const MOST_THREADS = 8;

/** The SHA-256 of a file on disk, read piece by piece. */
async function sha256Of(source: ByteSource): Promise<string> {
	const hash = createHash('sha256');
	for await (const slice of slices(source)) hash.update(slice);
	return hash.digest('hex');
}

/** Threads for files that are many bytes; none where one reads them as fast. */
const threadsFor = (sources: ByteSource[]): Readers | undefined =>
	sources.reduce((sum, source) => sum + source.size, 0) < MANY
		? undefined
		: new Readers(Math.min(MOST_THREADS, sources.length, availableParallelism()));

/** Reads every file of a folder into the engine, and tells it what was set aside. */
export async function loadFolder(
	engine: Engine,
	folder: string,
	paths: string[],
	asked: AskedFor
): Promise<Loaded> {
	const sources = paths.map((path) => diskSource(join(folder, path), path));
	const inputs: Record<string, string> = {};
	const readers = threadsFor(sources);
	try {
		const seen = await readers?.surveyed(sources);
		for (const source of sources)
			inputs[source.path] = seen?.get(source.path)?.sha256 ?? (await sha256Of(source));
		return { ...(await loadSources(engine, sources, asked, readers, seen)), inputs };
	} finally {
		readers?.close();
	}
}

/** Reads files into the engine, in threads where there are some, and tells it what was set aside; `seen` is what threads saw of them already. */
export async function loadSources(
	engine: Engine,
	handed: ByteSource[],
	asked: AskedFor,
	readers?: Readers,
	seen?: ReadonlyMap<string, Seen>
): Promise<Omit<Loaded, 'inputs'>> {
	const { sources, warnings } = await handedOver(handed);
	const surveyed: Surveyed[] = [];
	for (const source of sources) {
		// what a setting is about is looked at by it
		const known = isNamed(asked.settings, source.path) ? null : seen?.get(source.path)?.found;
		surveyed.push(known ?? (await surveyWith(source, asked.settings, asked.month)));
	}
	const unused = asked.settings.find((s) => !s.used);
	if (unused) throw new BadArguments(`--set ${unused.text}: no such file, sheet or field`);
	for (const file of surveyed) {
		const own = file.unreadable ? [unreadWarning(file.path, file.unreadable)] : file.warnings;
		warnings.push(...own.map((warning) => ({ file: sheetPath(file, warning), dataset: null, warning })));
	}
	const wanted = surveyed.flatMap((file) => file.tables.map((t): ToRead => ({ ...t, ...kindOf(file, t) })));
	const meaning = { vocabulary: BUILT_IN, zone: timeZoneOf(asked.policies) };
	const tell = (file: ToRead, at: number): void => {
		if (process.stderr.isTTY) console.error(`${String(at + 1)}/${String(wanted.length)} ${file.path}`);
	};
	const files = await readIn(engine, wanted, meaning, tell, readers);
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
