import type { Column } from './dataset';
import { TextBuilder } from './builders';
import { isDecorated, plain } from './plain';
import * as values from './values';
import type { Reader } from './reader';

const utf8 = new TextDecoder();
/** A cell as text. */
export const text = (bytes: Uint8Array, start: number, end: number): string =>
	utf8.decode(bytes.subarray(start, end));

/** Puts text into a builder, once more as a person sees it where there is something that nobody sees. */
function put(
	builder: TextBuilder,
	row: number,
	bytes: Uint8Array,
	start: number,
	end: number,
	prose: boolean
): void {
	if (!builder.set(row, bytes, start, end) || !isDecorated(bytes, start, end, prose)) return;
	const folded = plain(text(bytes, start, end), prose);
	const seen = encoder.encode(prose ? folded : values.wholeId(folded));
	builder.set(row, seen, 0, seen.length);
}

const encoder = new TextEncoder();

/** Reads text as a person sees it. */
export function textReader({ column }: Column): Reader {
	const builder = new TextBuilder(column);
	return {
		builders: [builder],
		folds: true,
		read: (row, bytes, start, end) => (put(builder, row, bytes, start, end, true), null)
	};
}

const E_UPPER = 69;
const E_LOWER = 101;
/** Bytes that dates and times are told by. */
export const HYPHEN = 45;
export const COLON = 58;
const SLASH = 47;
const POINT = 46;
export const ZERO = 48;

/** True where the cell may be a number in scientific notation, a date or a time: text is made of such alone. */
function isSuspect(bytes: Uint8Array, start: number, end: number): boolean {
	const first = bytes[start]!;
	const digit = first >= ZERO && first <= 57;
	if (!digit && first !== HYPHEN) return end - start === 6 && bytes[start + 3] === HYPHEN;
	let signs = 0;
	for (let i = start + 1; i < end; i++) {
		const c = bytes[i]!;
		if (c === E_UPPER || c === E_LOWER || c >= 0x80) return true;
		if (c === HYPHEN || c === SLASH || c === COLON || c === POINT) signs++;
	}
	return signs > 0 && signs <= 4;
}

/** The end of a cell without the `.0` that some programs put behind whole numbers. */
function wholeEnd(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	if (bytes[end - 1] !== ZERO) return end;
	while (at > start && bytes[at - 1] === ZERO) at--;
	if (at - 1 <= start || bytes[at - 1] !== POINT) return end;
	for (let i = start; i < at - 1; i++) if (bytes[i]! < ZERO || bytes[i]! > 57) return end;
	return at - 1;
}

/** Reads ids and codes; a strict one rejects what a spreadsheet made a number, a date or a time of. */
export function idReader({ column }: Column, strict: boolean): Reader {
	const builder = new TextBuilder(column);
	return {
		builders: [builder],
		folds: true,
		read(row, bytes, start, end) {
			if (strict && isSuspect(bytes, start, end) && values.isDamagedId(plain(text(bytes, start, end))))
				return 'damaged_id';
			put(builder, row, bytes, start, wholeEnd(bytes, start, end), false);
			return null;
		}
	};
}
