import { detectEncoding, utf8Pieces, type Encoding, type EncodingFound } from './encoding';
import { htmlTableText } from './html-table';
import { bytesSource, type ByteSource } from './source';
import { sheetText } from './workbook';

/** A file as text: workbooks and HTML tables come as tab-separated text of one sheet. */
export interface Opened {
	source: ByteSource;
	encoding: EncodingFound;
	/** What the file itself was. */
	kind: Encoding;
	sheets: string[];
	sheet: string | null;
}

export type UnreadableCode = 'empty' | 'binary' | 'zip' | 'image' | 'pdf' | 'workbook_damaged' | 'no_table';

/** Thrown for a file that is no table of any kind. */
export class Unreadable extends Error {
	constructor(
		readonly code: UnreadableCode,
		readonly detail = ''
	) {
		super(`${code}${detail ? `: ${detail}` : ''}`);
	}
}

const PLAIN: EncodingFound = { encoding: 'utf-8', mark: 0, damaged: false };

/** Opens a file by what its bytes are, whatever it is called; `seen` is shown every byte of a text file once. */
export async function openFile(
	source: ByteSource,
	sheet?: string,
	seen: (slice: Uint8Array) => void = () => {}
): Promise<Opened> {
	if (source.size === 0) throw new Unreadable('empty');
	const head = await source.slice(0, Math.min(source.size, 4096));
	const format = formatOf(head);
	if (format === 'image' || format === 'pdf') throw new Unreadable(format);
	if (format === 'zip' || format === 'ole') return openWorkbook(source, format, sheet, seen);
	const encoding = await detectEncoding(source, seen);
	if (!encoding.encoding.startsWith('utf-16') && isBinary(head)) throw new Unreadable('binary');
	if (looksLikeHtml(head, encoding)) return openHtml(source, encoding);
	return { source, encoding, kind: encoding.encoding, sheets: [], sheet: null };
}

type Format = 'zip' | 'ole' | 'image' | 'pdf' | 'text';

function formatOf(head: Uint8Array): Format {
	const begins = (...bytes: number[]): boolean => bytes.every((b, i) => head[i] === b);
	if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'zip';
	if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
	if (begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47) || begins(0x47, 0x49, 0x46, 0x38))
		return 'image';
	if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf';
	return 'text';
}

function isBinary(head: Uint8Array): boolean {
	let odd = 0;
	for (const b of head)
		if (b === 0 || (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12 && b !== 26)) odd++;
	return odd > head.length / 100;
}

async function whole(source: ByteSource, seen: (slice: Uint8Array) => void): Promise<Uint8Array> {
	const bytes = await source.slice(0, source.size);
	seen(bytes);
	return bytes;
}

async function openWorkbook(
	source: ByteSource,
	format: 'zip' | 'ole',
	sheet: string | undefined,
	seen: (slice: Uint8Array) => void
): Promise<Opened> {
	const bytes = await whole(source, seen);
	const isBook = format === 'ole' || new TextDecoder('latin1').decode(bytes).includes('xl/workbook');
	if (!isBook) throw new Unreadable('zip');
	const kind = format === 'zip' ? 'xlsx' : 'xls';
	try {
		const text = await sheetText(bytes, kind, sheet);
		return {
			source: bytesSource(source.path, text.bytes),
			encoding: PLAIN,
			kind,
			sheets: text.sheets,
			sheet: text.sheet
		};
	} catch (error) {
		throw new Unreadable('workbook_damaged', error instanceof Error ? error.message : String(error));
	}
}

function looksLikeHtml(head: Uint8Array, { encoding }: EncodingFound): boolean {
	const text = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(head);
	return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|table|meta|head)\b/i.test(text);
}

async function openHtml(source: ByteSource, encoding: EncodingFound): Promise<Opened> {
	const parts: string[] = [];
	const decoder = new TextDecoder();
	for await (const piece of utf8Pieces(source, encoding))
		parts.push(decoder.decode(piece.bytes, { stream: true }));
	const bytes = htmlTableText(parts.join(''));
	if (bytes.length === 0) throw new Unreadable('no_table');
	return { source: bytesSource(source.path, bytes), encoding: PLAIN, kind: 'html', sheets: [], sheet: null };
}
