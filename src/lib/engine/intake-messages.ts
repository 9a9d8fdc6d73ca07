import type { EncodingFound, Encoding } from '../intake/encoding';
import type { UnreadableCode } from '../intake/open-file';
import type { Meaning } from '../intake/readers';
import type { Outcome, Checkpoint } from '../intake/read-file';
import type { Reject } from '../intake/reject';
import type { Scrub } from '../intake/scrub';
import type { Layout, Understanding } from '../intake/understand';
import type { Vocabulary } from '../intake/vocabulary';

/** What a survey says of a file. */
export interface SurveyReport {
	sha256: string;
	kind: Encoding | '';
	encoding: EncodingFound | null;
	sheets: string[];
	sheet: string | null;
	how: Understanding | null;
	unreadable: { code: UnreadableCode; detail: string } | null;
}

export interface SurveyTask {
	do: 'survey';
	blob: Blob;
	path: string;
	sheet?: string;
	layouts: [string, Layout][];
}

export interface ReadTask {
	do: 'read';
	blob: Blob;
	path: string;
	sheet?: string;
	how: Understanding;
	meaning: Meaning;
	number: number;
}

export interface RawTask {
	do: 'raw';
	blob: Blob;
	path: string;
	sheet?: string;
	how: Understanding;
	checkpoints: Checkpoint[];
	record: number;
}

export interface ScrubTask {
	do: 'scrub';
	blob: Blob;
	path: string;
	sheet?: string;
	how: Understanding;
	scrub: Scrub;
	vocabulary: Vocabulary;
	/** Known to this machine alone: the same name gets the same pseudonym here. */
	salt: string;
}

export type Task = SurveyTask | ReadTask | RawTask | ScrubTask;
export type ToWorker = ({ id: number } & Task) | { id: number; do: 'cancel' } | { id: number; do: 'ack' };

export type FromWorker =
	| { id: number; batch: { relation: string; ipc: Uint8Array } }
	| { id: number; rejects: Reject[] }
	| { id: number; restart: true }
	| { id: number; progress: { bytes: number; records: number } }
	| { id: number; done: SurveyReport | Outcome | string[] | Blob | null }
	| { id: number; failed: string; cancelled: boolean };
