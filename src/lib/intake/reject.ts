/** Why a record was set aside (cli.md). */
export type RejectCode =
	| 'required'
	| 'type'
	| 'date'
	| 'range'
	| 'precision'
	| 'unit'
	| 'unknown_value'
	| 'unknown_branch'
	| 'unknown_person'
	| 'shape'
	| 'conflict'
	| 'damaged_id'
	| 'encoding'
	| 'error_cell'
	| 'no_result'
	| 'ambiguous';

/** One record set aside: where it stands and the first fault in the file's column order; `column` is empty for `shape`, whose value is the cell count. */
export interface Reject {
	record: number;
	line: number;
	column: string;
	value: string;
	code: RejectCode;
	/** What the record holds, in short (see `markOf`); of the first rejects of a file. */
	mark?: string;
}

/** Records set aside that may belong to a branch and a month; null where the record doesn't tell. */
export interface Aside {
	branch: string | null;
	month: string | null;
	records: number;
	/** The numbers of the first of them. */
	at?: number[] | undefined;
	/** What customers answered in the first of them whose branch or person can't be read. */
	marks?: LostMark[] | undefined;
}

/** A customer's answer (1 to 5) that nobody can be credited with, and the column for which its record was set aside. */
export interface LostMark {
	record: number;
	line: number;
	column: 'branch' | 'person';
	mark: number;
}
