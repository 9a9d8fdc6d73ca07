import { IntBuilder, type Builder } from './builders';
import type { BatchColumn } from './batch';
import { afterSpace, beforeSpace, isEmptyCell, isNoneCell, textOf } from './cell';
import { datasetOf, stagedColumns, type Column } from './dataset';
import { bareHeader } from './header-name';
import { beginsOddly, isDecorated, plain } from './plain';
import { readerOf } from './readers';
import { type Meaning, type Reader } from './reader';
import type { RejectCode } from './reject';
import { cellText, type RawRecord } from './scan';
import type { Understanding } from './understanding';
import { ScaleMarks } from './scale-marks';
import { noValue } from './values';

/** A column of a file: what it means, and how its cells are read. */
export interface Cell {
	column: Column;
	reader: Reader;
	/** Place in the record, or -1 where one value holds for all. */
	at: number;
}

/** Why a record can't be taken: the first of its cells that can't be read. */
export interface Fault {
	column: string;
	at: number;
	code: RejectCode;
}

const DAY = 86_400;
const utf8 = new TextEncoder();

/** Reads the cells of one record after the other into the columns of a batch. */
export class RowReader {
	readonly cells: Cell[];
	private readonly absent: Builder[];
	private readonly place = {
		file: new IntBuilder('source_file', 'int'),
		record: new IntBuilder('source_record', 'int'),
		line: new IntBuilder('source_line', 'int')
	};
	/** Columns of which a record needs one, with their places; none where the data set asks for none. */
	private readonly oneOf: { column: string; at: number }[];
	private readonly implied: Map<string, Uint8Array>;
	/** Satisfaction in numbers. */
	readonly marks: ScaleMarks;
	private readonly bounded: {
		column: string;
		not_before: string | undefined;
		at: number;
		seconds: number | null;
	}[];
	private row = 0;

	constructor(
		private readonly how: Understanding,
		private readonly meaning: Meaning
	) {
		const columnsOfSet = how.mapping ? datasetOf(how.mapping.dataset).columns : [];
		const oneOf = how.mapping ? (datasetOf(how.mapping.dataset).one_of ?? []) : [];
		const { columns = {}, implied = {}, units = {}, legends = {} } = how.mapping ?? {};
		this.oneOf = oneOf.map((column) => ({ column, at: columns[column] ?? -1 }));
		this.implied = new Map(
			Object.entries(implied).map(([column, value]) => [column, utf8.encode(plain(value))])
		);
		const isStated = 'satisfaction' in units || 'satisfaction' in legends;
		this.marks = new ScaleMarks(meaning.scale, isStated);
		const has = (c: Column): boolean =>
			c.column in columns || c.column in implied || (c.from_person === true && 'person' in columns);
		this.cells = columnsOfSet
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
		this.absent = columnsOfSet.filter((c) => !has(c)).flatMap((column) => readerOf(column, meaning).builders);
	}

	/** How many records the batch holds. */
	get rows(): number {
		return this.row;
	}

	/** Takes the record that was read last into the batch, with where it stands. */
	keep(file: number, record: number, line: number): void {
		for (const builder of this.absent) builder.setNull(this.row);
		this.place.file.set(this.row, file);
		this.place.record.set(this.row, record);
		this.place.line.set(this.row, line);
		this.row++;
	}

	/** The batch's columns, in the order of the staged relation; the next batch begins. */
	take(): BatchColumn[] {
		const all = [...this.cells.flatMap((c) => c.reader.builders), ...this.absent];
		const byName = new Map(all.map((b) => [b.name, b]));
		const names = datasetOf(this.how.mapping?.dataset ?? '').columns.flatMap(stagedColumns);
		const ordered = [
			...names.map((n) => byName.get(n)!),
			this.place.file,
			this.place.record,
			this.place.line
		];
		const { row } = this;
		this.row = 0;
		return ordered.map((builder) => builder.take(row));
	}

	/** Reads a record's cells; what can't be read is said, and the record isn't kept then. */
	read(record: RawRecord): Fault | null {
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
		if (column.type === 'satisfaction' && c >= 48 && c <= 57) this.marks.see(bytes, start, end);
		if (code === null && this.bounded.length > 0) this.bound(column.column, reader);
		return code;
	}

	/** A cell that says nothing: a fault where the column needs one. */
	private none(column: Column, reader: Reader): RejectCode | null {
		if (column.required) return 'required';
		for (const builder of reader.builders) builder.setNull(this.row);
		return null;
	}

	private bound(column: string, reader: Reader): void {
		const bound = this.bounded.find((b) => b.column === column);
		if (bound) bound.seconds = reader.seconds?.() ?? null;
	}
}

/** Whether a trimmed cell holds what a person doesn't see, as far as its reader doesn't see through it. */
const isOdd = (bytes: Uint8Array, start: number, end: number, column: Column, reader: Reader): boolean =>
	reader.folds ? beginsOddly(bytes[start]!) : isDecorated(bytes, start, end, column.type === 'text');
