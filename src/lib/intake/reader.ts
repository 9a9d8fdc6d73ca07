import type { Directory } from './directory';
import { type Builder } from './builders';
import type { RejectCode } from './reject';
import { type Vocabulary } from './vocabulary';

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
	/** Of words: what one means, null for an unknown one. */
	meaning?(word: string): string | null;
	/** Of a date or time: the seconds since 1970 that were read last. */
	seconds?(): number;
}
