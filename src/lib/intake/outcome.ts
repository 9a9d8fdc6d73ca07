import type { Answer } from './answers';
import type { Batch } from './batch';
import type { Scale } from './reader';
import type { Aside, Reject } from './reject';
import type { Warning } from './warning';

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
