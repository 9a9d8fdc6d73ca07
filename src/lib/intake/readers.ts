import type { Column } from './dataset';
import type { Directory } from './directory';
import { DecimalBuilder, IntBuilder, TextBuilder, TimeBuilder, WordBuilder, type Builder } from './builders';
import { Lexicon } from './lexicon';
import type { RejectCode } from './reject';
import * as values from './values';
import { satisfactionLookup, wordLookup, type Vocabulary } from './vocabulary';

/** What a file's cells are read by. */
export interface Meaning {
	vocabulary: Vocabulary;
	directory: Directory;
	/** Points of the file's satisfaction scale where it is numeric. */
	scale: 5 | 10;
}

/** Reads the cells of one column into its builders; `read` returns the fault that rejects the record, or null. */
export interface Reader {
	builders: Builder[];
	read(row: number, bytes: Uint8Array, start: number, end: number): RejectCode | null;
}

const utf8 = new TextDecoder();
const text = (bytes: Uint8Array, start: number, end: number): string =>
	utf8.decode(bytes.subarray(start, end));

/** The reader of a column's type; a cell arrives trimmed and is never empty. */
export function readerOf(column: Column, meaning: Meaning): Reader {
	const reader = strictReader(column, meaning);
	return column.lenient ? leniently(reader) : reader;
}

/** Leaves empty what can't be understood. */
const leniently = (reader: Reader): Reader => ({
	builders: reader.builders,
	read(row, bytes, start, end) {
		if (reader.read(row, bytes, start, end)) for (const builder of reader.builders) builder.setNull(row);
		return null;
	}
});

function strictReader(column: Column, meaning: Meaning): Reader {
	switch (column.type) {
		case 'text':
			return textReader(column);
		case 'id':
			return idReader(column);
		case 'branch':
			return nameReader(column, meaning.directory.branches, 'unknown_branch');
		case 'person':
			return nameReader(column, meaning.directory.people, 'unknown_person');
		case 'word':
			return wordReader(column, wordLookup(meaning.vocabulary, column.words ?? ''));
		case 'label':
			return wordReader(column, wordLookup(meaning.vocabulary, column.words ?? ''), true);
		case 'satisfaction':
			return wordReader(column, satisfactionLookup(meaning.vocabulary, meaning.scale));
		case 'month':
			return monthReader(column);
		case 'date':
		case 'time':
			return timeReader(column);
		case 'number':
			return numberReader(column);
	}
}

function textReader({ column }: Column): Reader {
	const builder = new TextBuilder(column);
	return {
		builders: [builder],
		read: (row, bytes, start, end) => (builder.set(row, bytes, start, end), null)
	};
}

const E_UPPER = 69;
const E_LOWER = 101;

/** True where a digit stands before an E, as in 1.23457E+17. */
function hasExponent(bytes: Uint8Array, start: number, end: number): boolean {
	const first = bytes[start]!;
	if (first !== 45 && (first < 48 || first > 57)) return false;
	for (let i = start + 1; i < end; i++) if (bytes[i] === E_UPPER || bytes[i] === E_LOWER) return true;
	return false;
}

function idReader({ column }: Column): Reader {
	const builder = new TextBuilder(column);
	return {
		builders: [builder],
		read(row, bytes, start, end) {
			if (hasExponent(bytes, start, end) && values.isDamagedId(text(bytes, start, end))) return 'damaged_id';
			builder.set(row, bytes, start, end);
			return null;
		}
	};
}

function nameReader({ column }: Column, codes: Map<string, string> | null, fault: RejectCode): Reader {
	const known = new Lexicon((name) => {
		if (codes) return codes.get(name) ?? null;
		return values.isDamagedId(name) ? null : name;
	});
	const builder = new WordBuilder(column, () => known.entries.slice());
	return {
		builders: [builder],
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			if (known.entries[entry] === null) return codes ? fault : 'damaged_id';
			builder.set(row, entry);
			return null;
		}
	};
}

/** A word that the vocabulary lacks rejects its record, unless the column is a label that may say anything. */
function wordReader({ column }: Column, lookup: (word: string) => string | null, open = false): Reader {
	const known = new Lexicon((word) => ({ word, value: lookup(word) }));
	const value = new WordBuilder(column, () => known.entries.map((e) => e.value));
	const source = new WordBuilder(`${column}_text`, () => known.entries.map((e) => e.word));
	return {
		builders: [value, source],
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			if (known.entries[entry]!.value !== null) value.set(row, entry);
			else if (open) value.setNull(row);
			else return 'unknown_value';
			source.set(row, entry);
			return null;
		}
	};
}

function monthReader({ column, earliest = '' }: Column): Reader {
	const known = new Lexicon(values.parseMonth);
	const builder = new WordBuilder(column, () => known.entries.slice());
	return {
		builders: [builder],
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			const month = known.entries[entry] ?? null;
			if (month === null) return 'date';
			if (month < earliest.slice(0, 7)) return 'range';
			builder.set(row, entry);
			return null;
		}
	};
}

function timeReader(column: Column): Reader {
	const earliest = column.earliest ? values.parseTime(column.earliest)! : -Infinity;
	const time = new TimeBuilder(column.column);
	const date = new IntBuilder(column.column, 'date');
	const isTime = column.type === 'time';
	return {
		builders: [isTime ? time : date],
		read(row, bytes, start, end) {
			const seconds = fullTime(bytes, start, end) ?? values.parseTime(text(bytes, start, end));
			if (seconds === null) return 'date';
			if (seconds < earliest) return 'range';
			if (isTime) time.set(row, seconds);
			else date.set(row, Math.floor(seconds / 86_400));
			return null;
		}
	};
}

/** The shape that most files use, `2026-10-05 09:30:00`, without making a string; null for any other. */
function fullTime(bytes: Uint8Array, start: number, end: number): number | null {
	if (end - start !== 19 || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return null;
	if (bytes[start + 10] !== 32 || bytes[start + 13] !== 58 || bytes[start + 16] !== 58) return null;
	let faults = 0;
	const two = (at: number): number => {
		const tens = bytes[at]! - 48;
		const ones = bytes[at + 1]! - 48;
		if (tens < 0 || tens > 9 || ones < 0 || ones > 9) faults++;
		return tens * 10 + ones;
	};
	const year = two(start) * 100 + two(start + 2);
	const parts = [
		year,
		two(start + 5),
		two(start + 8),
		two(start + 11),
		two(start + 14),
		two(start + 17)
	] as const;
	return faults > 0 ? null : values.wallSeconds(...parts);
}

function numberReader(column: Column): Reader {
	const builder = new DecimalBuilder(column.column);
	const scaled = (limit: number): bigint => BigInt(Math.round(limit * 1e6));
	const min = column.min === undefined ? null : scaled(column.min);
	const max = column.max === undefined ? null : scaled(column.max);
	const step = column.step === undefined ? null : scaled(column.step);
	return {
		builders: [builder],
		read(row, bytes, start, end) {
			const value = values.parseNumber(text(bytes, start, end));
			if (value === null) return 'type';
			if ((min !== null && value < min) || (max !== null && value > max)) return 'range';
			if (step !== null && value % step !== 0n) return 'range';
			builder.set(row, value);
			return null;
		}
	};
}
