import { datasetOf } from '../intake/dataset';
import type { Meaning, Scale } from '../intake/reader';
import type { Understanding } from '../intake/understanding';
import type { Vocabulary } from '../intake/vocabulary';
import type { Batch } from '../intake/batch';
import type { Door } from '../engine/soon';
import { loadedDirectory } from './directory';
import { readingOrder } from './reading-order';
import { isOffScale, scaleGroup, scalesOf } from './scale';

/** What is asked of an engine that is filled. */
type Filled = Pick<Door, 'exec' | 'rows'>;

/** A file as far as filling an engine must know it; `number` names it in the engine. */
export interface Fillable {
	number: number;
	path: string;
	/** Null where it is of no known data set: its records are counted and set aside. */
	dataset: string | null;
	how: Understanding;
	/** The scale that its satisfaction shows, and the one by which it was read. */
	scale: Scale | null;
	readBy: Scale;
}

/** Puts a batch of rows into the engine. */
export type Take = (batch: Batch) => Promise<void>;

/** Rows come in loose, about 250 bytes each, and a page's engine never gives memory back that it once took: more of them than this are packed, to a tenth, before the next come. */
const PACKED_EVERY = 2_000_000;

/** What cells mean beside the files, and how a file's rows get into the engine: in this process or by a worker. */
export interface Filling<File> {
	vocabulary: Vocabulary;
	/** The company's time zone. */
	zone: string;
	/** Reads one file's rows into the engine; answers with the file as it was read. */
	read: (file: File, meaning: Meaning, place: { at: number; total: number }, take: Take) => Promise<File>;
	/** How many rows are taken before what stands is packed. */
	packedEvery?: number;
	/** Told what is read from now on, in this order, where the same is known of cells all along. */
	upcoming?: (files: File[], meaning: Meaning) => void;
}

/** Data sets by which the cells of those read later are understood. */
const NAMING = new Set(['branches', 'people']);

/** The road from files to a filled engine: reads files in beside those there, branches first, then people, then the rest, and those of a shared scale again where another shows that it is longer; answers with all of them, those there first. */
export async function fill<File extends Fillable>(
	engine: Door,
	added: File[],
	there: File[],
	filling: Filling<File>
): Promise<File[]> {
	const ordered = readingOrder(added);
	const all = [...there, ...ordered];
	const done = [...there];
	let loose = 0;
	for (const [at, file] of ordered.entries()) {
		const meaning = await meaningOf(engine, file.dataset, all, filling);
		if (!NAMING.has(file.dataset ?? '')) filling.upcoming?.(ordered.slice(at), meaning);
		const place = { at, total: ordered.length };
		let isCut = false;
		const take: Take = async (batch) => {
			await engine.append(`staging.${batch.relation}`, batch);
			loose += batch.rows;
			if (loose < (filling.packedEvery ?? PACKED_EVERY)) return;
			loose = 0;
			isCut = true;
			// sent at once: what fails beside finds a transaction to take back
			await Promise.all([engine.exec('commit'), engine.pack(), engine.exec('begin')]);
		};
		const back = async (): Promise<void> => {
			if (isCut) await unload(engine, file);
		};
		done.push(await whole(engine, () => filling.read(file, meaning, place, take), back));
	}
	return rescaled(engine, done, filling);
}

/** Reads those again whose satisfaction is of another scale beside the others than it was read by. */
export async function rescaled<File extends Fillable>(
	engine: Door,
	files: File[],
	filling: Filling<File>
): Promise<File[]> {
	const scales = scalesOf(files);
	const done: File[] = [];
	for (const [at, file] of files.entries()) {
		if (!isOffScale(file, scales)) {
			done.push(file);
			continue;
		}
		const meaning = await meaningOf(engine, file.dataset, files, filling);
		const scale = scales.get(scaleGroup(file))!;
		done.push(
			await whole(engine, async () => {
				await unload(engine, file);
				const take: Take = (batch) => engine.append(`staging.${batch.relation}`, batch);
				return filling.read(file, { ...meaning, scale }, { at, total: files.length }, take);
			})
		);
	}
	return done;
}

/** Does something to a file's rows in one transaction, and takes back what was cut off before: whole, or as if it had never begun. */
async function whole<T>(
	engine: Filled,
	work: () => Promise<T>,
	back: () => Promise<void> = () => Promise.resolve()
): Promise<T> {
	// what is read before an engine has started waits behind its beginning
	const begun = engine.exec('begin');
	try {
		const [done] = await Promise.all([work(), begun]);
		await engine.exec('commit');
		return done;
	} catch (error) {
		// an engine that trapped takes nothing back, and is given up anyway
		await engine
			.exec('rollback')
			.then(back)
			.catch(() => {});
		throw error;
	}
}

/** What the cells of a data set mean beside files that are in the engine. */
export async function meaningOf(
	engine: Filled,
	dataset: string | null,
	files: { dataset: string | null }[],
	{ vocabulary, zone }: Pick<Filling<never>, 'vocabulary' | 'zone'>
): Promise<Meaning> {
	const named = (kind: string): boolean => dataset !== kind && files.some((f) => f.dataset === kind);
	const directory = await loadedDirectory(engine, { branches: named('branches'), people: named('people') });
	return { vocabulary, directory, scale: 5, zone };
}

/** Takes a file's rows out of the engine. */
export async function unload(
	engine: Filled,
	{ dataset, number }: Pick<Fillable, 'dataset' | 'number'>
): Promise<void> {
	if (dataset === null) return;
	await engine.exec(
		`delete from staging.${datasetOf(dataset).relation} where source_file = ${String(number)};
		update checks.found set precedence = null where source_file = ${String(number)}`
	);
}
