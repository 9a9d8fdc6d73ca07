import type { Encoding, EncodingFound } from './encoding';
import { TEXT_ENCODINGS } from './encodings';
import { tellLegacy, type Legacy } from './legacy';
import { slices, type ByteSource } from './source';
import { Utf8Check } from './utf8';

/** Tells a text file's encoding: byte-order mark, what the user `said`, strict UTF-8, GB18030 and its like, else the one with fewer damaged characters. */
export async function detectEncoding(
	source: ByteSource,
	seen: (slice: Uint8Array) => void = () => {},
	said?: string
): Promise<EncodingFound> {
	const head = await source.slice(0, Math.min(source.size, 4096));
	const marked = markOf(head) ?? unmarkedUtf16(head);
	const utf8 = new Utf8Check();
	for await (const slice of slices(source)) {
		seen(slice);
		if (!marked?.damaged) utf8.push(slice);
	}
	const isUtf8 = utf8.whole;
	const chosen = TEXT_ENCODINGS.find((e) => e === said);
	if (chosen && !marked) return { ...found(chosen), damaged: chosen !== 'utf-8' || !isUtf8 };
	if (marked) return { ...marked, damaged: marked.damaged || !isUtf8 };
	if (isUtf8) return found('utf-8');
	const sample = await source.slice(0, Math.min(source.size, 1 << 20));
	const told = tellLegacy(sample);
	if (told && (await decodesAs(source, told.encoding)))
		return { ...found(told.encoding), ...(told.sure ? {} : { unsure: true }) };
	return { ...found(mostlyUtf8(sample) ? 'utf-8' : 'gb18030'), damaged: true };
}

const found = (encoding: Encoding, mark = 0): EncodingFound => ({ encoding, mark, damaged: false });

/** UTF-16 is not checked beforehand: a lone surrogate shows as damage while its record is read. */
const utf16 = (encoding: Encoding, mark = 0): EncodingFound => ({ encoding, mark, damaged: true });

function markOf(head: Uint8Array): EncodingFound | null {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return found('utf-8-bom', 3);
	if (head[0] === 0xff && head[1] === 0xfe) return utf16('utf-16le', 2);
	if (head[0] === 0xfe && head[1] === 0xff) return utf16('utf-16be', 2);
	return null;
}

/** UTF-16 without a mark shows as zero bytes on one side of the ASCII characters. */
function unmarkedUtf16(head: Uint8Array): EncodingFound | null {
	const zeros = [0, 0];
	for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i & 1]!++;
	const enough = head.length / 16;
	if (zeros[1]! > enough && zeros[0]! * 10 < zeros[1]!) return utf16('utf-16le');
	if (zeros[0]! > enough && zeros[1]! * 10 < zeros[0]!) return utf16('utf-16be');
	return null;
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, end = false): TextDecoder | null {
	try {
		decoder.decode(bytes, { stream: !end });
		return decoder;
	} catch {
		return null;
	}
}

async function decodesAs(source: ByteSource, encoding: Legacy): Promise<boolean> {
	let decoder: TextDecoder | null = new TextDecoder(encoding, { fatal: true });
	for await (const slice of slices(source)) {
		decoder = decodes(decoder, slice);
		if (!decoder) return false;
	}
	return decodes(decoder, new Uint8Array(0), true) !== null;
}

/** GB18030 read as UTF-8 is damaged at nearly every character, UTF-8 with a few bad bytes at those alone. */
function mostlyUtf8(bytes: Uint8Array): boolean {
	const damaged = new TextDecoder().decode(bytes).split('\ufffd').length - 1;
	const high = bytes.reduce((sum, b) => sum + (b >> 7), 0);
	return damaged * 10 < high;
}
