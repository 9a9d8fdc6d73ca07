import type { Engine } from '../engine/engine';
import type { Encoding, EncodingFound } from '../intake/encoding';
import { readFile } from '../intake/read-file';
import type { Outcome, Sink } from '../intake/outcome';
import type { Meaning } from '../intake/reader';
import type { Reject } from '../intake/reject';
import type { ByteSource } from '../intake/source';
import type { Vocabulary } from '../intake/vocabulary';
import { fill, unload, type Fillable } from './fill';
import { readingOrder } from './reading-order';
import { listFiles } from './inputs';

/** A table that is to be read. */
export interface ToRead extends Pick<Fillable, 'path' | 'dataset' | 'how'> {
	kind: Encoding | '';
	source: ByteSource;
	encoding: EncodingFound;
}

/** A table with the number that names it in the engine. */
export type Table = ToRead & Fillable;

/** How a table is read: in this thread, or in others. */
export interface TableReader {
	read(table: Table, meaning: Meaning, sink: Sink): Promise<Outcome>;
	/** What is read from now on, in this order and by the same meaning. */
	upcoming?(tables: Table[], meaning: Meaning): void;
}

const HERE: TableReader = {
	read: ({ source, encoding, how, number }, meaning, sink) =>
		readFile(source, encoding, how, meaning, number, sink)
};

/** A table after it was read. */
export interface Read extends ToRead, Fillable {
	outcome: Outcome;
	rejects: Reject[];
}

/** Reads tables into an engine that holds none. */
export async function readIn(
	engine: Engine,
	tables: ToRead[],
	meaning: { vocabulary: Vocabulary; zone: string },
	tell: (file: ToRead, at: number) => void = () => {},
	reading = HERE
): Promise<Read[]> {
	const files = readingOrder(tables).map((table, number): Table => ({
		...table,
		number,
		scale: null,
		readBy: 5
	}));
	const found = new Map<number, Pick<Read, 'outcome' | 'rejects'>>();
	const filled = await fill(engine, files, [], {
		...meaning,
		upcoming: (next, means) => reading.upcoming?.(next, means),
		async read(file, means, { at }, take) {
			tell(file, at);
			const rejects: Reject[] = [];
			const outcome = await reading.read(file, means, {
				batch: take,
				reject: (some) => some.forEach((r) => rejects.push(r)),
				async restart() {
					rejects.length = 0;
					await unload(engine, file);
				}
			});
			found.set(file.number, { outcome, rejects });
			return { ...file, scale: outcome.scale, readBy: outcome.readBy };
		}
	});
	await listFiles(
		engine,
		filled.map((f) => ({ ...f, precedence: 0 }))
	);
	return filled.map((file) => ({ ...file, ...found.get(file.number)! }));
}
