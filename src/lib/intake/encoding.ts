import type { Legacy } from './legacy';
import { slices, type ByteSource } from './source';

export type Encoding =
	'utf-8' | 'utf-8-bom' | Legacy | 'utf-16le' | 'utf-16be' | 'xlsx' | 'xls' | 'ods' | 'html';

/** A file's encoding, how many bytes of mark come before its text, and whether some of its bytes fit no encoding. */
export interface EncodingFound {
	encoding: Encoding;
	mark: number;
	damaged: boolean;
	/** Set where only a person can say which encoding it is. */
	unsure?: boolean;
}

/** A piece of a file's text as UTF-8; `from` is the offset of its first byte in the file. */
export interface Utf8Piece {
	bytes: Uint8Array;
	from: number;
}

/** The file's text as UTF-8 from byte `from` on; pieces begin after a newline, so each can be read again alone. */
export async function* utf8Pieces(
	source: ByteSource,
	{ encoding, mark, damaged }: EncodingFound,
	from = mark
): AsyncGenerator<Utf8Piece> {
	const isUtf8 = encoding === 'utf-8' || encoding === 'utf-8-bom';
	const decoder = isUtf8 && !damaged ? null : new TextDecoder(isUtf8 ? 'utf-8' : encoding);
	const encoder = new TextEncoder();
	let at = from;
	let rest: Uint8Array = new Uint8Array(0);
	for await (const slice of slices(source, from)) {
		const joined = rest.length === 0 ? slice : concat(rest, slice);
		const cut = lastNewline(joined, encoding) || joined.length;
		const piece = joined.subarray(0, cut);
		yield { bytes: decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece, from: at };
		at += cut;
		rest = joined.slice(cut);
	}
	const tail = decoder ? encoder.encode(decoder.decode(rest)) : rest;
	if (tail.length > 0) yield { bytes: tail, from: at };
}

/** The offset after the last newline, or 0 where there is none; in UTF-16 a newline is two bytes at an even place. */
function lastNewline(bytes: Uint8Array, encoding: Encoding): number {
	if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return bytes.lastIndexOf(10) + 1;
	const low = encoding === 'utf-16le' ? 0 : 1;
	for (let i = bytes.length - 2 - (bytes.length & 1); i >= 0; i -= 2)
		if (bytes[i + low] === 10 && bytes[i + 1 - low] === 0) return i + 2;
	return 0;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
	const joined = new Uint8Array(a.length + b.length);
	joined.set(a);
	joined.set(b, a.length);
	return joined;
}
