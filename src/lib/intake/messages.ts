import type { Batch } from './batch';
import type { EncodingFound, Encoding } from './encoding';
import type { UnreadableCode } from './open-file';
import type { Meaning } from './reader';
import type { Outcome, Checkpoint } from './outcome';
import type { Reject } from './reject';
import type { Scrub } from './scrub';
import type { Given } from './header';
import type { Understanding } from './understanding';
import type { Layout } from './layout';
import type { Warning } from './warning';
import type { Vocabulary } from './vocabulary';

/** A table of a file as a survey found it. */
export interface TableReport {
	/** The file's path, with `#sheet` behind it where several of its tables are read. */
	path: string;
	sheet: string | null;
	encoding: EncodingFound;
	how: Understanding;
	/** A sheet's own text with its SHA-256, by which it can be kept apart from the file's other sheets; null for a text file. */
	own: { blob: Blob; sha256: string } | null;
}

/** What a survey says of a file: `warnings` are of the file as a whole. */
export interface SurveyReport {
	sha256: string;
	kind: Encoding | '';
	/** All tables of the file by name. */
	sheets: string[];
	tables: TableReport[];
	warnings: Warning[];
	unreadable: { code: UnreadableCode; detail: string } | null;
}

/** A file of an archive. */
export interface Unpacked {
	path: string;
	blob: Blob;
}

export interface UnpackTask {
	do: 'unpack';
	blob: Blob;
	path: string;
}

export interface SurveyTask {
	do: 'survey';
	blob: Blob;
	path: string;
	sheet?: string;
	layouts: [string, Layout][];
	/** Values that hold for all records, and the encoding, as the user said. */
	given?: Given;
	said?: string;
}

export interface ReadTask {
	do: 'read';
	blob: Blob;
	path: string;
	sheet?: string;
	said?: string;
	/** A text file's encoding as a survey found it: it is looked for where it isn't given. */
	encoding?: EncodingFound;
	how: Understanding;
	meaning: Meaning;
	number: number;
}

export interface RawTask {
	do: 'raw';
	blob: Blob;
	path: string;
	sheet?: string;
	said?: string;
	encoding?: EncodingFound;
	how: Understanding;
	checkpoints: Checkpoint[];
	record: number;
}

export interface ScrubTask {
	do: 'scrub';
	blob: Blob;
	path: string;
	sheet?: string;
	said?: string;
	encoding?: EncodingFound;
	how: Understanding;
	scrub: Scrub;
	vocabulary: Vocabulary;
	/** Known to this machine alone: the same name gets the same pseudonym here. */
	salt: string;
}

export type Task = SurveyTask | UnpackTask | ReadTask | RawTask | ScrubTask;
export type ToWorker = ({ id: number } & Task) | { id: number; do: 'cancel' } | { id: number; do: 'ack' };

export type FromWorker =
	| { id: number; batch: Batch }
	| { id: number; rejects: Reject[] }
	| { id: number; restart: true }
	| { id: number; progress: { bytes: number; records: number } }
	| { id: number; done: SurveyReport | Unpacked[] | Outcome | string[] | Blob | null }
	| { id: number; failed: string; cancelled: boolean };
