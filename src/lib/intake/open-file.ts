import { rowsText, type Sheet } from './books/sheet';
import { detectEncoding } from './detect';
import { utf8Pieces, type Encoding, type EncodingFound } from './encoding';
import { formatOf, type Format } from './formats';
import { bytesSource, type ByteSource } from './source';
import type { Warning } from './warning';

/** One table of a file as text: sheets and HTML tables come as tab-separated UTF-8. */
export interface OpenedTable {
	/** The sheet's name; null for a text file, which is one table. */
	sheet: string | null;
	hidden: boolean;
	source: ByteSource;
	encoding: EncodingFound;
	/** Rows that hold anything, and the most cells of one; 0 for a text file, of which neither is known. */
	rows: number;
	width: number;
	/** Columns in which one number stands for several rows (merged cells). */
	merged: number[];
	warnings: Warning[];
}

/** A file that was opened. */
export interface Opened {
	/** What the file itself was. */
	kind: Encoding;
	tables: OpenedTable[];
}

/** Why a file is no table that can be read. */
export type UnreadableCode =
	| 'empty'
	| 'binary'
	| 'no_table'
	| 'workbook_damaged'
	| 'password'
	| 'archive_password'
	| 'excel95'
	| 'et'
	| 'bomb'
	| Exclude<Format, 'text' | 'html' | 'xlsx' | 'ole' | 'ods'>;

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
const HEAD = 4096;

/** Opens a file by what its bytes are, whatever it is called; `seen` is shown every byte of it once; `said` is the encoding that the user chose. */
export async function openFile(
	source: ByteSource,
	seen: (slice: Uint8Array) => void = () => {},
	said?: string
): Promise<Opened> {
	if (source.size === 0) throw new Unreadable('empty');
	const head = await source.slice(0, Math.min(source.size, HEAD));
	let bytes: Promise<Uint8Array> | null = null;
	const whole = (): Promise<Uint8Array> => (bytes ??= all(source, seen));
	const format = await formatOf(head, whole);
	if (format === 'xlsx' || format === 'ods' || format === 'ole')
		return openBook(source.path, format, await whole());
	if (format !== 'text' && format !== 'html') throw new Unreadable(format);
	const encoding = await detectEncoding(source, seen, said);
	if (!encoding.encoding.startsWith('utf-16') && isBinary(head)) throw new Unreadable('binary');
	if (format === 'html') return openHtml(source, encoding);
	const table = { sheet: null, hidden: false, source, encoding, rows: 0, width: 0, merged: [], warnings: [] };
	return { kind: encoding.encoding, tables: [table] };
}

function isBinary(head: Uint8Array): boolean {
	let odd = 0;
	for (const b of head)
		if (b === 0 || (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12 && b !== 26)) odd++;
	return odd > head.length / 100;
}

async function all(source: ByteSource, seen: (slice: Uint8Array) => void): Promise<Uint8Array> {
	const bytes = await source.slice(0, source.size);
	seen(bytes);
	return bytes;
}

async function openBook(path: string, format: 'xlsx' | 'ods' | 'ole', bytes: Uint8Array): Promise<Opened> {
	const stream = format === 'ole' ? await biffStream(path, bytes) : null;
	if (format === 'ods' && (await isLockedOds(bytes))) throw new Unreadable('password');
	try {
		const sheets = await readBook(format, bytes, stream);
		if (sheets.length === 0) throw new Unreadable('no_table');
		return {
			kind: format === 'ole' ? 'xls' : format,
			tables: sheets.map((sheet) => tableOf(path, sheet, true))
		};
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable('workbook_damaged', error instanceof Error ? error.message : String(error));
	}
}

/** Whether an OpenDocument workbook is encrypted. */
const isLockedOds = async (bytes: Uint8Array): Promise<boolean> =>
	(await import('./books/ods')).isLocked(bytes);

async function readBook(
	format: 'xlsx' | 'ods' | 'ole',
	bytes: Uint8Array,
	stream: Uint8Array | null
): Promise<Sheet[]> {
	if (stream) return (await import('./books/xls')).readXlsBook(bytes, stream);
	if (format === 'ods') return (await import('./books/ods')).readOds(bytes);
	return (await import('./books/xlsx')).readXlsxBook(bytes);
}

/** The BIFF8 stream of an OLE2 file; throws what it is where it has none. */
async function biffStream(path: string, bytes: Uint8Array): Promise<Uint8Array> {
	const { isLocked, workbookStream } = await import('./books/biff');
	let found: ReturnType<typeof workbookStream>;
	try {
		found = workbookStream(bytes);
	} catch (error) {
		throw new Unreadable('workbook_damaged', error instanceof Error ? error.message : String(error));
	}
	const { stream, streams } = found;
	const has = (name: RegExp): boolean => streams.some((s) => name.test(s));
	if (has(/^(?:EncryptedPackage|EncryptionInfo)$/i)) throw new Unreadable('password');
	if (!stream && has(/^Book$/i)) throw new Unreadable('excel95');
	if (!stream && has(/^WordDocument$/i)) throw new Unreadable('document');
	if (!stream && has(/^PowerPoint Document$/i)) throw new Unreadable('slides');
	if (!stream) throw new Unreadable(/\.et$/i.test(path) ? 'et' : 'binary');
	if (isLocked(stream)) throw new Unreadable('password');
	return stream;
}

/** A sheet as a table; its line `n` is its row `n`. */
function tableOf(path: string, { name, hidden, rows, merged, warnings }: Sheet, fill: boolean): OpenedTable {
	const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
	return {
		sheet: name,
		hidden,
		source: bytesSource(path, rowsText(rows, fill)),
		encoding: PLAIN,
		rows: filled.filter((n) => n > 0).length,
		width: Math.max(0, ...filled.slice(0, 10_000)),
		merged,
		warnings
	};
}

async function openHtml(source: ByteSource, encoding: EncodingFound): Promise<Opened> {
	const { readHtml } = await import('./books/html');
	const parts: string[] = [];
	const decoder = new TextDecoder();
	for await (const piece of utf8Pieces(source, encoding))
		parts.push(decoder.decode(piece.bytes, { stream: true }));
	const sheets = readHtml(parts.join(''));
	if (sheets.length === 0) throw new Unreadable('no_table');
	return { kind: 'html', tables: sheets.map((sheet) => tableOf(source.path, sheet, false)) };
}
