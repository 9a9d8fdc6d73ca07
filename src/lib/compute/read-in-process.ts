import type { Engine } from '../engine/engine';
import type { Batch } from '../intake/batch';
import type { Encoding, EncodingFound } from '../intake/encoding';
import { readFile } from '../intake/read-file';
import type { Outcome } from '../intake/outcome';
import type { Reject } from '../intake/reject';
import type { ByteSource } from '../intake/source';
import type { Vocabulary } from '../intake/vocabulary';
import { fill, unload, type Fillable } from './fill';
import { readingOrder } from './reading-order';
import { listFiles } from './run';

/** A table that is to be read. */
export interface ToRead extends Pick<Fillable, 'path' | 'dataset' | 'how'> {
	kind: Encoding | '';
	source: ByteSource;
	encoding: EncodingFound;
}

/** A table after it was read. */
export interface Read extends ToRead, Fillable {
	outcome: Outcome;
	rejects: Reject[];
}

/** Reads tables into an engine that holds none, in this process. */
export async function readIn(
	engine: Engine,
	tables: ToRead[],
	meaning: { vocabulary: Vocabulary; zone: string },
	tell: (file: ToRead, at: number) => void = () => {}
): Promise<Read[]> {
	const files = readingOrder(tables).map((table, number): ToRead & Fillable => ({
		...table,
		number,
		scale: null,
		readBy: 5
	}));
	const found = new Map<number, Pick<Read, 'outcome' | 'rejects'>>();
	const filled = await fill(engine, files, [], {
		...meaning,
		async read(file, means, { at }) {
			tell(file, at);
			const rejects: Reject[] = [];
			const outcome = await readFile(file.source, file.encoding, file.how, means, file.number, {
				batch: (batch: Batch) => engine.append(`staging.${batch.relation}`, batch),
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
