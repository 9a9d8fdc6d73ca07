import type { Given } from '../intake/header';
import type { TableReport } from '../intake/messages';

/** The user's own files, or the sample. */
export type WorkspaceName = 'own' | 'sample';

/** A file as it is dropped on the page. */
export interface Dropped {
	path: string;
	blob: Blob;
	sheet?: string;
	/** Values for all records, and the encoding, as the user said. */
	given?: Given;
	said?: string;
}

/** A table that waits for the user, with what it came in. */
export interface Waiting {
	path: string;
	dropped: Dropped;
	table: TableReport;
	sheets: string[];
}

/** A file that waits for the user, or one that is there already. */
export type Attention = ({ kind: 'unmapped' } & Waiting) | { kind: 'same'; path: string };

/** One record that two files tell differently. */
export interface ChangedRecord {
	/** Its values in the columns of the key. */
	key: string[];
	cells: { column: string; before: string; after: string }[];
}

/** What taking a corrected or overlapping file would change. */
export interface Difference {
	path: string;
	dataset: string;
	/** The file of the same name that it would replace. */
	replaces: string | null;
	same: number;
	changed: number;
	added: number;
	gone: number;
	examples: ChangedRecord[];
}

export type Choice = 'replace' | 'newer' | 'older' | 'cancel';

/** How far a long task has come. */
export interface Progress {
	path: string;
	file: number;
	files: number;
	bytes: number;
	size: number;
	records: number;
	cancel: (() => void) | null;
}
