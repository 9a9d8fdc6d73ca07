import { BATCH_ROWS, type Batch } from './batch';
import type { Builder } from './builders';
import { IntBuilder } from './builders';
import { Counter } from './count';
import { datasetOf, stagedColumns, type Column } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { readerOf, type Meaning, type Reader } from './readers';
import type { Reject, RejectCode } from './reject';
import { cellText, Scanner, type RawRecord } from './scan';
import type { ByteSource } from './source';
import type { Understanding } from './understand';
import { isNone, parseTime } from './values';

/** Where every record of a file went; `duplicate` and conflicts are told later, across files. */
export interface Tally {
	records: number;
	accepted: number;
	rejected: number;
	preamble: number;
	footer: number;
	blank: number;
	shapeRejects: number;
}

/** A place in the file from which it can be read again: byte offset, and the number and line of the next record. */
export interface Checkpoint {
	from: number;
	record: number;
	line: number;
}

/** What reading a file gave, apart from its rows. */
export interface Outcome {
	tally: Tally;
	checkpoints: Checkpoint[];
	/** Set where two independent counts of the file disagree: a fault of this program. */
	mismatch: string | null;
}

/** Takes what a file holds as it is read; a batch's buffers are the taker's. */
export interface Sink {
	batch(batch: Batch): void | Promise<void>;
	reject(rejects: Reject[]): void | Promise<void>;
	/** All that was handed over so far is void: the file is read anew. */
	restart(): void | Promise<void>;
	progress?(bytes: number, records: number): void;
	cancelled?(): boolean;
}

/** Thrown when the sink says that the user cancelled. */
export class Cancelled extends Error {}

class NeedsTenPointScale extends Error {}

/** Reads every record of a text file into typed batches and rejects; nothing is skipped, and the counts are checked. */
export async function readFile(
	source: ByteSource,
	encoding: EncodingFound,
	how: Understanding,
	meaning: Meaning,
	fileNumber: number,
	sink: Sink
): Promise<Outcome> {
	try {
		return await new FileReading(encoding, how, meaning, fileNumber).run(source, sink);
	} catch (error) {
		if (!(error instanceof NeedsTenPointScale)) throw error;
		await sink.restart();
		return await new FileReading(encoding, how, { ...meaning, scale: 10 }, fileNumber).run(source, sink);
	}
}

interface Cell {
	column: Column;
	reader: Reader;
	/** Place in the record, or -1 where the header implies the value. */
	at: number;
}

const DAY = 86_400;
const EQUALS = 61;
const QUOTE = 34;

const TOTAL =
	/^(?:本页|本月|全部)?(?:合计|小计|总计|总数|共计|累计)[:：]?$|^共[\d,]+[笔条项单件个户行人](?:记录)?$|^(?:sub|grand)?total[:：]?$/i;
const TOTAL_LIKE =
	/^(?:本页|本月|全部)?(?:合计|小计|总计|总数|共计|累计)|^共[\d,]+[笔条项单件个户行人]|(?:小计|合计)$|^(?:sub|grand)?total\b/i;

class FileReading {
	private readonly tally: Tally = {
		records: 0,
		accepted: 0,
		rejected: 0,
		preamble: 0,
		footer: 0,
		blank: 0,
		shapeRejects: 0
	};
	private readonly cells: Cell[];
	private readonly absent: Builder[];
	private readonly place: { file: IntBuilder; record: IntBuilder; line: IntBuilder };
	private readonly width: number;
	/** Places of the cells that no record may leave empty. */
	private readonly required: number[];
	/** Columns of which a record needs one, with their places; none where the data set asks for none. */
	private readonly oneOf: { column: string; at: number }[];
	private readonly relation: string;
	private row = 0;
	private seen = 0;
	private full: Batch[] = [];
	private rejects: Reject[] = [];
	private readonly bounded: {
		column: string;
		not_before: string | undefined;
		at: number;
		seconds: number | null;
	}[];

	constructor(
		private readonly encoding: EncodingFound,
		private readonly how: Understanding,
		private readonly meaning: Meaning,
		private readonly fileNumber: number
	) {
		const dataset = how.mapping ? datasetOf(how.mapping.dataset) : null;
		this.relation = dataset?.relation ?? '';
		const columns = how.mapping?.columns ?? {};
		this.width = lastFilled(how.header);
		this.required = (dataset?.columns ?? [])
			.flatMap((c) => (c.required ? [columns[c.column] ?? -1] : []))
			.filter((at) => at >= 0);
		this.oneOf = (dataset?.one_of ?? []).map((column) => ({ column, at: columns[column] ?? -1 }));
		const implied = how.mapping?.implied ?? {};
		this.cells = (dataset?.columns ?? [])
			.filter((c) => c.column in columns || c.column in implied)
			.map((column) => ({ column, reader: readerOf(column, meaning), at: columns[column.column] ?? -1 }))
			.sort((a, b) => a.at - b.at);
		const bounds = new Set(this.cells.map((c) => c.column.not_before));
		this.bounded = this.cells
			.filter(({ column }) => column.not_before !== undefined || bounds.has(column.column))
			.map(({ column, at }) => ({ column: column.column, not_before: column.not_before, at, seconds: null }));
		this.absent = (dataset?.columns ?? [])
			.filter((c) => !(c.column in columns || c.column in implied))
			.flatMap((column) => readerOf(column, meaning).builders);
		this.place = {
			file: new IntBuilder('source_file', 'int'),
			record: new IntBuilder('source_record', 'int'),
			line: new IntBuilder('source_line', 'int')
		};
	}

	async run(source: ByteSource, sink: Sink): Promise<Outcome> {
		const delimiter = this.how.delimiter.charCodeAt(0);
		const quote = this.how.quote.charCodeAt(0);
		let faults = 0;
		const scanner = new Scanner(delimiter, quote, (record) => {
			if (record.fault) faults++;
			this.take(record);
		});
		const counter = new Counter(delimiter, quote);
		const checkpoints: Checkpoint[] = [];
		for await (const piece of utf8Pieces(source, this.encoding)) {
			if (sink.cancelled?.()) throw new Cancelled();
			if (scanner.atBoundary) checkpoints.push({ from: piece.from, record: this.seen, line: scanner.line });
			counter.push(piece.bytes);
			scanner.push(piece.bytes);
			await this.drain(sink);
			sink.progress?.(piece.from, this.tally.records);
		}
		counter.end();
		scanner.end();
		this.cut();
		await this.drain(sink);
		sink.progress?.(source.size, this.tally.records);
		return { tally: this.tally, checkpoints, mismatch: this.mismatch(scanner, counter, faults) };
	}

	/** Holds the scanner's lines and records against the counter's, and the tally against itself. */
	private mismatch(scanner: Scanner, counter: Counter, faults: number): string | null {
		const { records, accepted, rejected, preamble, footer, blank } = this.tally;
		if (accepted + rejected + preamble + footer + blank !== records)
			return `tally: ${String(records)} records, ${String(accepted + rejected + preamble + footer + blank)} accounted for`;
		if (faults > 0) return null;
		const header = Math.min(this.how.headerRecords, this.seen);
		if (counter.records !== records + header)
			return `records: ${String(counter.records - header)} counted, ${String(records)} read`;
		if (Math.abs(scanner.line - 1 - counter.lines) > 0)
			return `lines: ${String(counter.lines)} counted, ${String(scanner.line - 1)} read`;
		return null;
	}

	private async drain(sink: Sink): Promise<void> {
		for (const batch of this.full) await sink.batch(batch);
		this.full = [];
		if (this.rejects.length > 0) await sink.reject(this.rejects);
		this.rejects = [];
	}

	private take(record: RawRecord): void {
		const { headerAt, headerRecords } = this.how;
		const index = this.seen++;
		if (index >= headerAt && index < headerAt + headerRecords) return;
		this.tally.records++;
		if (isBlank(record)) this.tally.blank++;
		else if (index < headerAt) this.tally.preamble++;
		else this.takeRow(record, index - headerAt - headerRecords + 1);
	}

	private takeRow(record: RawRecord, number: number): void {
		if (record.fault) return this.shape(record, number);
		if (this.isFooter(record)) return void this.tally.footer++;
		if (!this.fits(record)) return this.shape(record, number);
		if (!this.how.mapping) return this.unknown(record, number);
		if (this.encoding.damaged && hasDamage(record)) return this.spoiled(record, number);
		const fault = this.readCells(record);
		if (fault) {
			this.tally.rejected++;
			const value = fault.at < 0 ? '' : cellText(record, fault.at).trim();
			this.rejects.push({ record: number, line: record.line, column: fault.column, value, code: fault.code });
			return;
		}
		for (const builder of this.absent) builder.setNull(this.row);
		this.place.file.set(this.row, this.fileNumber);
		this.place.record.set(this.row, number);
		this.place.line.set(this.row, record.line);
		this.tally.accepted++;
		if (++this.row === BATCH_ROWS) this.cut();
	}

	/** A total row's first filled cell is a word for a sum or a count, or only begins or ends with one where what a record requires is missing. */
	private isFooter(record: RawRecord): boolean {
		let first = 0;
		while (first < record.count && isEmptyCell(record, first)) first++;
		const c = record.bytes[record.starts[first] ?? 0] ?? 0;
		const letter = c | 32;
		if (c > 32 && c < 0x80 && letter !== 116 && letter !== 115 && letter !== 103) return false;
		const text = cellText(record, first).replace(/\s/g, '');
		if (TOTAL.test(text)) return true;
		if (!TOTAL_LIKE.test(text)) return false;
		const others = this.required.filter((at) => at !== first);
		return others.length === 0 || others.some((at) => at >= record.count || isEmptyCell(record, at));
	}

	/** True where the record has the header's cells; empty cells beyond them are a trailing delimiter. */
	private fits(record: RawRecord): boolean {
		if (record.count < this.width) return false;
		for (let i = this.how.header.length; i < record.count; i++)
			if (record.ends[i]! > record.starts[i]! && cellText(record, i).trim() !== '') return false;
		return true;
	}

	private readCells(record: RawRecord): { column: string; at: number; code: RejectCode } | null {
		for (const time of this.bounded) time.seconds = null;
		let fault: { column: string; at: number; code: RejectCode } | null = null;
		for (const { column, reader, at } of this.cells) {
			const code = at < 0 ? this.readImplied(column, reader) : this.readCell(column, reader, at, record);
			if (!code) continue;
			fault = { column: column.column, at, code };
			break;
		}
		return this.disorder(fault?.at ?? Infinity) ?? fault ?? this.lacking(record);
	}

	/** The first of the columns of which one is needed, where all of them are empty. */
	private lacking(record: RawRecord): { column: string; at: number; code: RejectCode } | null {
		const [first] = this.oneOf;
		if (!first || this.oneOf.some(({ at }) => at >= 0 && at < record.count && !isEmptyCell(record, at)))
			return null;
		return { ...first, code: 'required' };
	}

	/** A time before the one it must not precede (a ticket resolved before it was received), left of column `before`. */
	private disorder(before: number): { column: string; at: number; code: RejectCode } | null {
		for (const { column, at, seconds, not_before } of this.bounded) {
			const bound = this.bounded.find((b) => b.column === not_before)?.seconds ?? null;
			if (seconds === null || bound === null || at >= before) continue;
			// a date without a time is any moment of its day
			const least = seconds % DAY === 0 ? Math.floor(bound / DAY) * DAY : bound;
			if (seconds < least) return { column, at, code: 'range' };
		}
		return null;
	}

	private readImplied(column: Column, reader: Reader): RejectCode | null {
		const bytes = new TextEncoder().encode(this.how.mapping?.implied[column.column] ?? '');
		return reader.read(this.row, bytes, 0, bytes.length);
	}

	private readCell(column: Column, reader: Reader, at: number, record: RawRecord): RejectCode | null {
		let bytes = record.bytes;
		let start = record.starts[at]!;
		let end = record.ends[at]!;
		if (record.escaped[at]) {
			bytes = new TextEncoder().encode(cellText(record, at));
			start = 0;
			end = bytes.length;
		}
		while (start < end && isSpace(bytes, start)) start += spaceLength(bytes, start);
		while (start < end && endsInSpace(bytes, end))
			end -= bytes[end - 1]! < 0x80 ? 1 : bytes[end - 2] === 0xc2 ? 2 : 3;
		if (
			bytes[start] === EQUALS &&
			bytes[start + 1] === QUOTE &&
			bytes[end - 1] === QUOTE &&
			end - start >= 3
		) {
			start += 2;
			end--;
		}
		if (start === end || isNoneCell(bytes, start, end)) {
			if (column.required) return 'required';
			for (const builder of reader.builders) builder.setNull(this.row);
			return null;
		}
		const code = reader.read(this.row, bytes, start, end);
		if (code === 'unknown_value' && column.type === 'satisfaction' && this.meaning.scale === 5)
			if (/^(?:[6-9]|10)(?:\.0+)?\s*[星分]?$/.test(ascii(bytes, start, end))) throw new NeedsTenPointScale();
		if (code === null && this.bounded.length > 0) {
			const bound = this.bounded.find((b) => b.column === column.column);
			if (bound) bound.seconds = parseTime(ascii(bytes, start, end));
		}
		return code;
	}

	private shape(record: RawRecord, number: number): void {
		this.tally.shapeRejects++;
		this.unknown(record, number);
	}

	/** A record of a file of no known data set has no columns to name. */
	private unknown(record: RawRecord, number: number): void {
		this.tally.rejected++;
		this.rejects.push({
			record: number,
			line: record.line,
			column: '',
			value: String(record.count),
			code: 'shape'
		});
	}

	private spoiled(record: RawRecord, number: number): void {
		this.tally.rejected++;
		const at = Array.from({ length: record.count }, (_, i) => i).find((i) =>
			cellText(record, i).includes('\ufffd')
		)!;
		const column = this.cells.find((c) => c.at === at)?.column.column ?? this.how.header[at] ?? '';
		this.rejects.push({
			record: number,
			line: record.line,
			column,
			value: cellText(record, at),
			code: 'encoding'
		});
	}

	private cut(): void {
		if (this.row === 0 || this.relation === '') return;
		const { rows, builders } = { rows: this.row, builders: this.builders() };
		this.full.push({ relation: this.relation, rows, columns: builders.map((b) => b.take(rows)) });
		this.row = 0;
	}

	/** The builders in the order of the staged relation's columns. */
	private builders(): Builder[] {
		const all = [...this.cells.flatMap((c) => c.reader.builders), ...this.absent];
		const byName = new Map(all.map((b) => [b.name, b]));
		const dataset = datasetOf(this.how.mapping?.dataset ?? '');
		const names = dataset.columns.flatMap(stagedColumns);
		return [...names.map((n) => byName.get(n)!), this.place.file, this.place.record, this.place.line];
	}
}

const lastFilled = (header: string[]): number => header.findLastIndex((h) => h.trim() !== '') + 1;

const utf8 = new TextDecoder();
const ascii = (bytes: Uint8Array, start: number, end: number): string =>
	utf8.decode(bytes.subarray(start, end));

/** First bytes of the words for "nothing here"; only cells that begin so are made text of. */
const NONE_BEGINS = new Set([...'-/nN—'].map((c) => new TextEncoder().encode(c)[0]!));

const isNoneCell = (bytes: Uint8Array, start: number, end: number): boolean =>
	end - start < 5 && NONE_BEGINS.has(bytes[start]!) && isNone(ascii(bytes, start, end));

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

const spaceLength = (bytes: Uint8Array, at: number): number =>
	bytes[at]! < 0x80 ? 1 : bytes[at] === 0xc2 ? 2 : 3;

function endsInSpace(bytes: Uint8Array, end: number): boolean {
	const c = bytes[end - 1]!;
	if (c <= 32) return true;
	if (c !== 0x80 && c !== 0xa0) return false;
	return (
		(c === 0xa0 && bytes[end - 2] === 0xc2) ||
		(c === 0x80 && bytes[end - 2] === 0x80 && bytes[end - 3] === 0xe3)
	);
}

function isEmptyCell(record: RawRecord, at: number): boolean {
	const start = record.starts[at]!;
	if (record.ends[at] === start) return true;
	// most cells begin with a letter or digit: no text is made of them
	const c = record.bytes[start]!;
	return (c <= 32 || c >= 0x80) && cellText(record, at).trim() === '';
}

function isBlank(record: RawRecord): boolean {
	if (record.fault) return false;
	for (let i = 0; i < record.count; i++) if (!isEmptyCell(record, i)) return false;
	return true;
}

function hasDamage(record: RawRecord): boolean {
	const { bytes } = record;
	const end = record.ends[record.count - 1]!;
	for (let i = record.starts[0]!; i < end; i++)
		if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return true;
	return false;
}
