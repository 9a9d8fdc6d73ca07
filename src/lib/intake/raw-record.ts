import { utf8Pieces, type EncodingFound } from './encoding';
import type { Checkpoint } from './outcome';
import { cellTexts, Scanner } from './scan';
import type { ByteSource } from './source';
import type { Understanding } from './understanding';

/** The cells of record `number` as they stand in the file, read again from the nearest checkpoint; null where there is none. */
export async function rawRecord(
	source: ByteSource,
	encoding: EncodingFound,
	how: Understanding,
	checkpoints: Checkpoint[],
	number: number
): Promise<string[] | null> {
	const wanted = number + how.headerAt + how.headerRecords - 1;
	const start = checkpoints.findLast((c) => c.record <= wanted);
	if (!start) return null;
	let at = start.record;
	const found: string[][] = [];
	const scanner = new Scanner(how.delimiter.charCodeAt(0), how.quote.charCodeAt(0), (record) => {
		if (at++ === wanted) found.push(cellTexts(record));
	});
	for await (const piece of utf8Pieces(source, encoding, start.from)) {
		scanner.push(piece.bytes);
		if (found[0]) return found[0];
	}
	scanner.end();
	return found[0] ?? null;
}
