import { answerOf, listPlaces, markOf, type Answer } from './answers';
import { BATCH_ROWS, type Batch } from './batch';
import type { Builder } from './builders';
import { IntBuilder } from './builders';
import { afterSpace, beforeSpace, hasDamage, isBlank, isEmptyCell, isNoneCell, textOf } from './cell';
import { Counter } from './count';
import { datasetOf, stagedColumns, type Column } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { bareHeader } from './header';
import { beginsTable, isFormRow, isOutside, repeatsHeader } from './outside';
import { beginsOddly, isDecorated, plain } from './plain';
import { readerOf, type Meaning, type Reader, type Scale } from './readers';
import type { Aside, Reject, RejectCode } from './reject';
import { cellText, cellTexts, Scanner, type RawRecord } from './scan';
import type { ByteSource } from './source';
import { titleOf } from './title';
import type { Understanding } from './understand';
import { noValue, parseMonth, parseTime } from './values';
import { loss, note, type Warning } from './warning';

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
	/** Records set aside, by the branch and month that they may belong to. */
	aside: Aside[];
	/** The rejects of other files that the records of a corrected list stand for. */
	answers: Answer[];
	/** Warnings that only reading could tell. */
	warnings: Warning[];
	/** The scale that numeric satisfaction shows by itself; null where none was numeric or the header says it. */
	scale: Scale | null;
	/** The scale by which numeric satisfaction was read. */
	readBy: Scale;
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
	/** Place in the record, or -1 where one value holds for all. */
	at: number;
}

interface Fault {
	column: string;
	at: number;
	code: RejectCode;
}

const DAY = 86_400;
const MOST_ASIDE = 10_000;
/** How many records set aside are kept by number. */
const MOST_NAMED = 5000;
const ABOVE_FIVE = /^(?:[6-9]|10)(?:\.0+)?\s*[星分]?$/;
/** Of so many marks one above five is more likely a slip than a scale of ten. */
const MANY_MARKS = 20;
const utf8 = new TextEncoder();

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
	/** What only the user can say, which holds every record back. */
	private readonly asked: Fault | null;
	private readonly width: number;
	/** The first header with a name: its place and first byte. */
	private readonly firstHeader: { at: number; byte: number };
	/** Places of the cells that no record may leave empty. */
	private readonly required: number[];
	/** Columns of which a record needs one, with their places; none where the data set asks for none. */
	private readonly oneOf: { column: string; at: number }[];
	private readonly relation: string;
	private readonly implied: Map<string, Uint8Array>;
	/** Numbers that tell satisfaction, and those of them that no scale of five has. */
	private readonly marks = { all: 0, aboveFive: 0 };
	private readonly statedScale: boolean;
	private readonly asideBy = new Map<string, Aside>();
	/** Where a record of a list of rejects says which it stands for. */
	private readonly listed: number[] | null;
	private readonly answers: Answer[] = [];
	/** Units of amounts that a line below the table states, by column. */
	private readonly below = new Map<string, string>();
	/** Set once another table begins below: what follows isn't this one's. */
	private other: { line: number; records: number } | null = null;
	private afterBlank = false;
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
		const { columns = {}, implied = {}, units = {}, legends = {} } = how.mapping ?? {};
		this.relation = dataset?.relation ?? '';
		this.width = lastFilled(how.header);
		this.listed = listPlaces(how.header);
		const at = how.header.findIndex((h) => plain(h) !== '');
		this.firstHeader = { at, byte: utf8.encode(plain(how.header[at] ?? ''))[0] ?? 0 };
		this.required = (dataset?.columns ?? [])
			.flatMap((c) => (c.required && !c.from_person ? [columns[c.column] ?? -1] : []))
			.filter((at) => at >= 0);
		this.oneOf = (dataset?.one_of ?? []).map((column) => ({ column, at: columns[column] ?? -1 }));
		const ask = how.asks[0];
		this.asked = ask ? { column: ask.column, at: columns[ask.column] ?? -1, code: ask.kind } : null;
		this.implied = new Map(
			Object.entries(implied).map(([column, value]) => [column, utf8.encode(plain(value))])
		);
		this.statedScale = 'satisfaction' in units || 'satisfaction' in legends;
		const has = (c: Column): boolean =>
			c.column in columns || c.column in implied || (c.from_person === true && 'person' in columns);
		this.cells = (dataset?.columns ?? [])
			.filter(has)
			.map((column) => ({
				column,
				reader: readerOf(column, meaning, units[column.column], legends[column.column]),
				at: columns[column.column] ?? -1
			}))
			.sort((a, b) => a.at - b.at);
		const bounds = new Set(this.cells.map((c) => c.column.not_before));
		this.bounded = this.cells
			.filter(({ column }) => column.not_before !== undefined || bounds.has(column.column))
			.map(({ column, at }) => ({ column: column.column, not_before: column.not_before, at, seconds: null }));
		this.absent = (dataset?.columns ?? [])
			.filter((c) => !has(c))
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
		return {
			tally: this.tally,
			checkpoints,
			aside: [...this.asideBy.values()],
			answers: this.answers,
			warnings: [
				...(this.other ? [loss('unread_table', String(this.other.line), '', this.other.records)] : []),
				...[...this.below].map(([column, unit]) => loss('unit_below', column, unit)),
				...this.scaleWarnings()
			],
			scale: this.scaleIsGuessed ? (this.marks.aboveFive > 0 ? 10 : 5) : null,
			readBy: this.meaning.scale,
			mismatch: this.mismatch(scanner, counter, faults)
		};
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
		if (isBlank(record)) {
			this.tally.blank++;
			this.afterBlank = true;
		} else if (index < headerAt) this.tally.preamble++;
		else {
			this.takeRow(record, index - headerAt - headerRecords + 1);
			this.afterBlank = false;
		}
	}

	private takeRow(record: RawRecord, number: number): void {
		if (this.listed) this.answers.push(answerOf(this.listed, cellTexts(record)));
		if (this.other) {
			this.other.records++;
			return this.shape(record, number);
		}
		if (record.fault) return this.shape(record, number);
		if (isOutside(record, this.required)) return this.takeFooter(record);
		if (number === 1 && isFormRow(record)) return void this.tally.preamble++;
		if (this.mayRepeat(record) && repeatsHeader(record, this.how.header)) return void this.tally.preamble++;
		if (this.afterBlank && this.startsOther(record)) return this.shape(record, number);
		if (!this.fits(record)) {
			this.startsOther(record);
			return this.shape(record, number);
		}
		if (!this.how.mapping) return this.unknown(record, number);
		if (this.encoding.damaged && hasDamage(record)) return this.spoiled(record, number);
		const fault = this.asked ?? this.readCells(record);
		if (fault) {
			if (this.startsOther(record)) return this.shape(record, number);
			return this.reject(record, number, fault);
		}
		for (const builder of this.absent) builder.setNull(this.row);
		this.place.file.set(this.row, this.fileNumber);
		this.place.record.set(this.row, number);
		this.place.line.set(this.row, record.line);
		this.tally.accepted++;
		if (++this.row === BATCH_ROWS) this.cut();
	}

	/** A line outside the table; a unit that it states for amounts comes too late to be used, and is said. */
	private takeFooter(record: RawRecord): void {
		this.tally.footer++;
		const { amounts } = titleOf([cellTexts(record)]);
		const columns = amounts === null ? [] : this.cells.filter((c) => c.column.family === 'amount');
		for (const { column } of columns)
			if (!(column.column in (this.how.mapping?.units ?? {})) && amounts !== '元')
				this.below.set(column.column, amounts!);
	}

	/** Whether a record begins as the header does; no text is made of one that doesn't. */
	private mayRepeat(record: RawRecord): boolean {
		const { at, byte } = this.firstHeader;
		if (at < 0 || at >= record.count) return false;
		const c = record.bytes[record.starts[at]!]!;
		return c === byte || c === 32 || beginsOddly(c);
	}

	/** Another table begins with this record: it and all below are set aside, and it is said. */
	private startsOther(record: RawRecord): boolean {
		if (!this.how.mapping || !beginsTable(record)) return false;
		this.other = { line: record.line, records: 1 };
		return true;
	}

	private reject(record: RawRecord, number: number, { column, at, code }: Fault): void {
		this.tally.rejected++;
		const value = at < 0 ? this.how.mapping?.implied[column] : cellText(record, at).trim();
		this.pushReject(record, { record: number, line: record.line, column, value: value ?? '', code });
		this.asideOf(record, number);
	}

	private pushReject(record: RawRecord, reject: Reject): void {
		this.rejects.push(this.tally.rejected > MOST_NAMED ? reject : { ...reject, mark: markOf(record) });
	}

	/** Notes the branch and month that a record set aside may belong to, as far as it tells. */
	private asideOf(record: RawRecord | null, number: number): void {
		const said = (type: Column['type'][]): string | null => {
			const cell = this.cells.find((c) => type.includes(c.column.type) && (c.column.required ?? false));
			if (!cell) return null;
			if (cell.at < 0) return this.how.mapping?.implied[cell.column.column] ?? null;
			return record && cell.at < record.count ? plain(cellText(record, cell.at)) || null : null;
		};
		const name = said(['branch']);
		const { branches } = this.meaning.directory;
		const branch = name === null ? null : branches ? (branches.get(name) ?? null) : name;
		const moment = said(['month', 'time', 'date']);
		const seconds = moment === null ? null : parseTime(moment);
		const month =
			moment === null
				? null
				: (parseMonth(moment) ??
					(seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 7)));
		const known = this.asideBy.get(`${branch ?? ''}|${month ?? ''}`);
		if (known ?? this.asideBy.size < MOST_ASIDE)
			this.setAside(known ?? { branch, month, records: 0 }, number);
		else this.setAside(this.asideBy.get('|') ?? { branch: null, month: null, records: 0 }, number);
	}

	private setAside(aside: Aside, number: number): void {
		aside.records++;
		if (this.tally.rejected <= MOST_NAMED) (aside.at ??= []).push(number);
		this.asideBy.set(`${aside.branch ?? ''}|${aside.month ?? ''}`, aside);
	}

	/** True where the record has the header's cells; empty cells beyond them are a trailing delimiter. */
	private fits(record: RawRecord): boolean {
		if (record.count < this.width) return false;
		for (let i = this.how.header.length; i < record.count; i++)
			if (record.ends[i]! > record.starts[i]! && plain(cellText(record, i)) !== '') return false;
		return true;
	}

	private readCells(record: RawRecord): Fault | null {
		for (const time of this.bounded) time.seconds = null;
		let fault: Fault | null = null;
		for (const cell of this.cells) {
			let code =
				cell.at < 0 ? this.readImplied(cell) : this.readCell(cell.column, cell.reader, cell.at, record);
			const unsaid = code === 'unknown_branch' || code === 'required';
			if (unsaid && this.mayBeHome(cell) && this.readHome(cell, record)) code = null;
			if (!code) continue;
			fault = { column: cell.column.column, at: cell.at, code };
			break;
		}
		return this.disorder(fault?.at ?? Infinity) ?? fault ?? this.lacking(record);
	}

	/** Whether a column has no branch of its own: none at all, or a department's. */
	private mayBeHome({ column, at }: Cell): boolean {
		if (!column.from_person) return false;
		const header = bareHeader(this.how.header[at] ?? '');
		return at < 0 || (column.last ?? []).some((name) => bareHeader(name) === header);
	}

	/** The branch that the people file gives the record's person; false where it tells none. */
	private readHome({ reader }: Cell, record: RawRecord): boolean {
		const { people, homes } = this.meaning.directory;
		const at = this.cells.find((c) => c.column.column === 'person')?.at ?? -1;
		if (!homes || at < 0 || at >= record.count) return false;
		const person = plain(cellText(record, at));
		const home = homes.get(people?.get(person) ?? person);
		if (home === undefined) return false;
		const bytes = utf8.encode(home);
		return reader.read(this.row, bytes, 0, bytes.length) === null;
	}

	/** The first of the columns of which one is needed, where all of them are empty. */
	private lacking(record: RawRecord): Fault | null {
		const first = this.oneOf[0];
		if (!first || this.oneOf.some(({ at }) => at >= 0 && at < record.count && !isEmptyCell(record, at)))
			return null;
		return { ...first, code: 'required' };
	}

	/** A time before the one it must not precede (a ticket resolved before it was received), left of column `before`. */
	private disorder(before: number): Fault | null {
		if (this.bounded.length === 0) return null;
		for (const { column, at, seconds, not_before } of this.bounded) {
			const bound = this.bounded.find((b) => b.column === not_before)?.seconds ?? null;
			if (seconds === null || bound === null || at >= before) continue;
			// a date without a time is any moment of its day
			const least = seconds % DAY === 0 ? Math.floor(bound / DAY) * DAY : bound;
			if (seconds < least) return { column, at, code: 'range' };
		}
		return null;
	}

	private readImplied({ column, reader }: Cell): RejectCode | null {
		const bytes = this.implied.get(column.column);
		if (!bytes || bytes.length === 0) return this.none(column, reader);
		return reader.read(this.row, bytes, 0, bytes.length);
	}

	private readCell(column: Column, reader: Reader, at: number, record: RawRecord): RejectCode | null {
		let bytes = record.bytes;
		let start = record.starts[at]!;
		let end = record.ends[at]!;
		if (record.escaped[at]) {
			bytes = utf8.encode(cellText(record, at));
			start = 0;
			end = bytes.length;
		}
		if (start === end) return this.none(column, reader);
		start = afterSpace(bytes, start, end);
		end = beforeSpace(bytes, start, end);
		if (start < end && isOdd(bytes, start, end, column, reader)) {
			bytes = utf8.encode(plain(textOf(bytes, start, end), column.type === 'text'));
			start = 0;
			end = bytes.length;
		}
		if (isNoneCell(bytes, start, end)) return this.none(column, reader);
		const c = bytes[start]!;
		// an error of Excel's (#N/A, Err:502) or a formula without its result
		if (c === 35 || c === 61 || (c === 69 && bytes[start + 1] === 114)) {
			const lost = noValue(textOf(bytes, start, end));
			if (lost) return lost;
		}
		const code = reader.read(this.row, bytes, start, end);
		if (column.type === 'satisfaction' && c >= 48 && c <= 57) this.seeMark(bytes, start, end);
		if (code === null && this.bounded.length > 0) this.bound(column.column, reader);
		return code;
	}

	/** A cell that says nothing: a fault where the column needs one. */
	private none(column: Column, reader: Reader): RejectCode | null {
		if (column.required) return 'required';
		for (const builder of reader.builders) builder.setNull(this.row);
		return null;
	}

	/** Satisfaction in numbers: beyond five points the whole file is of ten, unless the header says. */
	private seeMark(bytes: Uint8Array, start: number, end: number): void {
		this.marks.all++;
		const above = end - start === 1 ? bytes[start]! > 53 : ABOVE_FIVE.test(plain(textOf(bytes, start, end)));
		if (!above) return;
		this.marks.aboveFive++;
		if (!this.statedScale && this.meaning.scale === 5) throw new NeedsTenPointScale();
	}

	/** Whether satisfaction is numeric on a scale that nothing states. */
	private get scaleIsGuessed(): boolean {
		return this.marks.all > 0 && !this.statedScale;
	}

	/** That a scale was told from the numbers; a loss where a few of many alone make it one of ten. */
	private scaleWarnings(): Warning[] {
		if (!this.scaleIsGuessed) return [];
		const { all, aboveFive } = this.marks;
		const isDoubtful = this.meaning.scale === 10 && all >= MANY_MARKS && aboveFive * MANY_MARKS < all;
		return [(isDoubtful ? loss : note)('guessed_scale', 'satisfaction', String(this.meaning.scale), all)];
	}

	private bound(column: string, reader: Reader): void {
		const bound = this.bounded.find((b) => b.column === column);
		if (bound) bound.seconds = reader.seconds?.() ?? null;
	}

	private shape(record: RawRecord, number: number): void {
		this.tally.shapeRejects++;
		this.unknown(record, number);
	}

	/** A record of a file of no known data set has no columns to name. */
	private unknown(record: RawRecord, number: number): void {
		this.tally.rejected++;
		this.pushReject(record, {
			record: number,
			line: record.line,
			column: '',
			value: String(record.count),
			code: 'shape'
		});
		this.asideOf(null, number);
	}

	private spoiled(record: RawRecord, number: number): void {
		const at = Array.from({ length: record.count }, (_, i) => i).find((i) =>
			cellText(record, i).includes('\ufffd')
		)!;
		const column = this.cells.find((c) => c.at === at)?.column.column ?? this.how.header[at] ?? '';
		this.reject(record, number, { column, at, code: 'encoding' });
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

/** Whether a trimmed cell holds what a person doesn't see, as far as its reader doesn't see through it. */
const isOdd = (bytes: Uint8Array, start: number, end: number, column: Column, reader: Reader): boolean =>
	reader.folds ? beginsOddly(bytes[start]!) : isDecorated(bytes, start, end, column.type === 'text');

const lastFilled = (header: string[]): number => header.findLastIndex((h) => plain(h) !== '') + 1;
