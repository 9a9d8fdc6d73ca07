import { plain } from './plain';
import { cellText, type RawRecord } from './scan';
import { isNone } from './values';

const utf8 = new TextDecoder();

/** The text of UTF-8 bytes. */
export const textOf = (bytes: Uint8Array, start: number, end: number): string =>
	utf8.decode(bytes.subarray(start, end));

/** First bytes of the words for "nothing here"; only cells that begin so are made text of. */
const NONE_BEGINS = new Uint8Array(256);
for (const c of '-/nN—') NONE_BEGINS[new TextEncoder().encode(c)[0]!] = 1;

/** Whether trimmed bytes say "nothing here". */
export const isNoneCell = (bytes: Uint8Array, start: number, end: number): boolean =>
	start === end || (end - start < 5 && NONE_BEGINS[bytes[start]!] === 1 && isNone(textOf(bytes, start, end)));

/** The offset after the spaces at the beginning. */
export function afterSpace(bytes: Uint8Array, start: number, end: number): number {
	const c = bytes[start]!;
	if (c > 32 && c !== 0xc2 && c !== 0xe3 && c !== 0xef) return start;
	let at = start;
	while (at < end && isSpace(bytes, at)) at += bytes[at]! < 0x80 ? 1 : bytes[at] === 0xc2 ? 2 : 3;
	return at;
}

/** The offset before the spaces at the end. */
export function beforeSpace(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && endsInSpace(bytes, at))
		at -= bytes[at - 1]! < 0x80 ? 1 : bytes[at - 2] === 0xc2 ? 2 : 3;
	return at;
}

function isSpace(bytes: Uint8Array, at: number): boolean {
	const c = bytes[at]!;
	if (c <= 32) return true;
	if (c < 0x80) return false;
	return (
		(c === 0xc2 && bytes[at + 1] === 0xa0) ||
		(c === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80) ||
		(c === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf)
	);
}

function endsInSpace(bytes: Uint8Array, end: number): boolean {
	const c = bytes[end - 1]!;
	if (c <= 32) return true;
	if (c !== 0x80 && c !== 0xa0) return false;
	return (
		(c === 0xa0 && bytes[end - 2] === 0xc2) ||
		(c === 0x80 && bytes[end - 2] === 0x80 && bytes[end - 3] === 0xe3)
	);
}

/** Whether a cell holds nothing that a person sees. */
export function isEmptyCell(record: RawRecord, at: number): boolean {
	const start = record.starts[at]!;
	if (record.ends[at] === start) return true;
	// most cells begin with a letter or digit: no text is made of them
	const c = record.bytes[start]!;
	return (c <= 32 || c >= 0x80 || c === 39 || c === 61) && plain(cellText(record, at)) === '';
}

/** Whether a record holds nothing at all. */
export function isBlank(record: RawRecord): boolean {
	if (record.fault) return false;
	for (let i = 0; i < record.count; i++) if (!isEmptyCell(record, i)) return false;
	return true;
}

/** Whether a record holds a byte that fits no encoding. */
export function hasDamage(record: RawRecord): boolean {
	const { bytes } = record;
	const end = record.ends[record.count - 1]!;
	for (let i = record.starts[0]!; i < end; i++)
		if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return true;
	return false;
}
