import type { Column } from './dataset';
import type { Directory } from './directory';
import { DecimalBuilder, IntBuilder, TextBuilder, TimeBuilder, WordBuilder, type Builder } from './builders';
import { Lexicon } from './lexicon';
import { isDecorated, plain } from './plain';
import type { RejectCode } from './reject';
import { noteOffset, scalePoints, unitRatio } from './units';
import * as values from './values';
import { satisfactionLookup, wordLookup, type Vocabulary } from './vocabulary';

/** Points of a numeric satisfaction scale. */
export type Scale = 5 | 10 | 100;

/** What a file's cells are read by. */
export interface Meaning {
	vocabulary: Vocabulary;
	directory: Directory;
	/** Points of the satisfaction scale where it is numeric and no header says. */
	scale: Scale;
	/** The company's time zone, into which times that name another are turned. */
	zone: string;
}

/** Reads the cells of one column into its builders; `read` returns the fault that rejects the record, or null. */
export interface Reader {
	builders: Builder[];
	read(row: number, bytes: Uint8Array, start: number, end: number): RejectCode | null;
	/** Set where it takes decorated cells as they are, and sees through what comes after their first character. */
	folds?: true;
	/** Of a date or time: the seconds since 1970 that were read last. */
	seconds?(): number;
}

const utf8 = new TextDecoder();
const text = (bytes: Uint8Array, start: number, end: number): string =>
	utf8.decode(bytes.subarray(start, end));

/** The reader of a column's type, by the unit or scale that its header says; a cell arrives trimmed and is never empty. */
export function readerOf(
	column: Column,
	meaning: Meaning,
	unit?: string,
	legend: Record<string, string> = {}
): Reader {
	const reader = strictReader(column, meaning, unit, legend);
	return column.lenient ? leniently(reader) : reader;
}

/** Leaves empty what can't be understood. */
const leniently = (reader: Reader): Reader => ({
	...reader,
	read(row, bytes, start, end) {
		if (reader.read(row, bytes, start, end)) for (const builder of reader.builders) builder.setNull(row);
		return null;
	}
});

function strictReader(
	column: Column,
	meaning: Meaning,
	unit: string | undefined,
	legend: Record<string, string>
): Reader {
	const words = (list: string): ((word: string) => string | null) => {
		const lookup = wordLookup(meaning.vocabulary, list);
		return (word) => lookup(legend[word] ?? word);
	};
	switch (column.type) {
		case 'text':
			return column.code ? idReader(column, false) : textReader(column);
		case 'id':
			return idReader(column, true);
		case 'branch':
			return nameReader(column, meaning.directory.branches, 'unknown_branch');
		case 'person':
			return nameReader(column, meaning.directory.people, 'unknown_person');
		case 'word':
			return wordReader(column, words(column.words ?? ''));
		case 'label':
			return wordReader(column, words(column.words ?? ''), true);
		case 'satisfaction': {
			const scale = (unit === undefined ? null : scalePoints(unit)) ?? meaning.scale;
			const lookup = satisfactionLookup(meaning.vocabulary, scale);
			return wordReader(column, (word) => lookup(legend[word] ?? word));
		}
		case 'month':
			return monthReader(column);
		case 'date':
		case 'time':
			return timeReader(column, { zone: meaning.zone, offset: unit === undefined ? null : noteOffset(unit) });
		case 'number':
			return numberReader(column, unit);
	}
}

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

function textReader({ column }: Column): Reader {
	const builder = new TextBuilder(column);
	return {
		builders: [builder],
		folds: true,
		read: (row, bytes, start, end) => (put(builder, row, bytes, start, end, true), null)
	};
}

const E_UPPER = 69;
const E_LOWER = 101;
const HYPHEN = 45;
const COLON = 58;
const SLASH = 47;
const POINT = 46;
const ZERO = 48;

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

function idReader({ column }: Column, strict: boolean): Reader {
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

function nameReader({ column }: Column, codes: Map<string, string> | null, fault: RejectCode): Reader {
	const known = new Lexicon((said): string | RejectFault => {
		const name = plain(said);
		// a sum's word in a merged row is nobody
		if (SUMS.has(name)) return { fault };
		const code = codes?.get(name) ?? codes?.get(values.wholeId(name));
		if (code !== undefined) return code;
		if (values.isDamagedId(name)) return { fault: 'damaged_id' };
		return codes ? { fault } : values.wholeId(name);
	});
	const builder = new WordBuilder(column, () => known.entries.map((e) => (typeof e === 'string' ? e : null)));
	return {
		builders: [builder],
		folds: true,
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			const found = known.entries[entry]!;
			if (typeof found !== 'string') return found.fault;
			builder.set(row, entry);
			return null;
		}
	};
}

const SUMS = new Set(['合计', '小计', '总计', '共计', '累计']);

interface RejectFault {
	fault: RejectCode;
}

/** A word that the vocabulary lacks rejects its record, unless the column is a label that may say anything. */
function wordReader({ column }: Column, lookup: (word: string) => string | null, open = false): Reader {
	const known = new Lexicon((said) => {
		const word = plain(said);
		return { word, value: lookup(word) };
	});
	const value = new WordBuilder(column, () => known.entries.map((e) => e.value));
	const source = new WordBuilder(`${column}_text`, () => known.entries.map((e) => e.word));
	return {
		builders: [value, source],
		folds: true,
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
	const known = new Lexicon((said) => values.parseMonth(plain(said)));
	const builder = new WordBuilder(column, () => known.entries.slice());
	return {
		builders: [builder],
		folds: true,
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

function timeReader(column: Column, clock: values.Clock): Reader {
	const earliest = column.earliest ? values.parseTime(column.earliest)! : -Infinity;
	const time = new TimeBuilder(column.column);
	const date = new IntBuilder(column.column, 'date');
	const isTime = column.type === 'time';
	let last = 0;
	return {
		builders: [isTime ? time : date],
		folds: true,
		seconds: () => last,
		read(row, bytes, start, end) {
			const quick = clock.offset === null ? fullTime(bytes, start, end) : null;
			const seconds = quick ?? values.parseTime(plain(text(bytes, start, end)), clock);
			if (seconds === null) return 'date';
			if (seconds < earliest) return 'range';
			last = seconds;
			if (isTime) time.set(row, seconds);
			else date.set(row, Math.floor(seconds / 86_400));
			return null;
		}
	};
}

/** The shape that most files use, `2026-10-05 09:30:00`, without making a string; null for any other. */
function fullTime(bytes: Uint8Array, start: number, end: number): number | null {
	if (end - start !== 19 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return null;
	if (bytes[start + 10] !== 32 || bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return null;
	let faults = 0;
	const two = (at: number): number => {
		const tens = bytes[at]! - ZERO;
		const ones = bytes[at + 1]! - ZERO;
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

const KEPT_DECIMALS = 6;

function numberReader(column: Column, unit?: string): Reader {
	const { family = 'any', kept_decimals: kept = KEPT_DECIMALS } = column;
	const builder = new DecimalBuilder(column.column, kept);
	const scaled = (limit: number): bigint =>
		BigInt(Math.round(limit * 1e6)) * 10n ** BigInt(kept - KEPT_DECIMALS);
	const min = column.min === undefined ? null : scaled(column.min);
	const max = column.max === undefined ? null : scaled(column.max);
	const step = column.decimals === undefined ? null : 10n ** BigInt(kept - column.decimals);
	const ratio = (unit === undefined ? null : unitRatio(family, unit)) ?? undefined;
	return {
		builders: [builder],
		read(row, bytes, start, end) {
			const value = values.parseNumber(text(bytes, start, end), family, kept, ratio);
			if (value === null) return 'type';
			if ((min !== null && value < min) || (max !== null && value > max)) return 'range';
			if (step !== null && value % step !== 0n) return 'precision';
			builder.set(row, value);
			return null;
		}
	};
}
