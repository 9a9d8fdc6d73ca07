import { datasetOf } from '../intake/dataset';
import type { Encoding, EncodingFound } from '../intake/encoding';
import type { Batch } from '../intake/batch';
import { readFile, type Outcome } from '../intake/read-file';
import type { Scale } from '../intake/readers';
import type { Reject } from '../intake/reject';
import type { ByteSource } from '../intake/source';
import type { Understanding } from '../intake/understand';
import { isOffScale, scaleGroup, scalesOf } from './scale';
import type { Vocabulary } from '../intake/vocabulary';
import { loadedDirectory } from './directory';
import type { Engine } from './engine';
import { listFiles } from './run';
import { readingOrder } from './reading-order';

/** A table that is to be read. */
export interface ToRead {
	path: string;
	/** Null where it is of no known data set: its records are counted and set aside. */
	dataset: string | null;
	kind: Encoding | '';
	source: ByteSource;
	encoding: EncodingFound;
	how: Understanding;
}

/** A table after it was read; `number` names it in the engine. */
export interface Read extends ToRead {
	number: number;
	outcome: Outcome;
	rejects: Reject[];
}

/** Reads tables into an engine that holds none: branches first, then people, then the rest; those of a shared scale twice where a later one shows that it is longer. */
export async function fill(
	engine: Engine,
	tables: ToRead[],
	{ vocabulary, zone }: { vocabulary: Vocabulary; zone: string },
	tell: (file: ToRead, at: number) => void = () => {}
): Promise<Read[]> {
	const ordered = readingOrder(tables);
	const has = (dataset: string): boolean => tables.some((t) => t.dataset === dataset);
	async function read(file: ToRead, number: number, scale: Scale): Promise<Read> {
		const { dataset } = file;
		const directory = await loadedDirectory(engine, {
			branches: has('branches') && dataset !== 'branches',
			people: has('people') && dataset !== 'people'
		});
		const rejects: Reject[] = [];
		const outcome = await readFile(
			file.source,
			file.encoding,
			file.how,
			{ vocabulary, directory, scale, zone },
			number,
			{
				batch: (batch: Batch) => engine.append(`staging.${batch.relation}`, batch),
				reject: (found) => found.forEach((r) => rejects.push(r)),
				async restart() {
					rejects.length = 0;
					await unload(engine, dataset, number);
				}
			}
		);
		return { ...file, number, outcome, rejects };
	}
	const done: Read[] = [];
	for (const [number, file] of ordered.entries()) {
		tell(file, number);
		done.push(await read(file, number, 5));
	}
	const scales = scalesOf(done.map((f) => ({ ...f, ...f.outcome })));
	for (const [at, file] of done.entries()) {
		if (!isOffScale({ ...file, ...file.outcome }, scales)) continue;
		await unload(engine, file.dataset, file.number);
		done[at] = await read(file, file.number, scales.get(scaleGroup(file))!);
	}
	await listFiles(
		engine,
		done.map((f) => ({ ...f, precedence: 0 }))
	);
	return done;
}

/** Takes a file's rows out of the engine. */
async function unload(engine: Engine, dataset: string | null, number: number): Promise<void> {
	if (dataset === null) return;
	await engine.exec(
		`delete from staging.${datasetOf(dataset).relation} where source_file = ${String(number)}`
	);
}
