import { type DBSchema } from 'idb';
import type { LogEvent } from './event';

/** A file that the workspace holds, apart from its bytes; `meta` is the caller's. */
export interface StoredFile<Meta> {
	sha256: string;
	meta: Meta;
}

/** A file's bytes as they are kept: as they came, or gzipped once there was time. */
export interface StoredBytes {
	bytes: Blob;
	gzip: boolean;
}

/** The stores of a workspace's database. */
export interface Schema<Meta> extends DBSchema {
	files: { key: string; value: StoredFile<Meta> };
	/** Bytes by SHA-256 of what they were: as a blob, or as a buffer where the browser's store takes none; version 1 kept the bare blob. */
	bytes: { key: string; value: { bytes: ArrayBuffer | Blob; gzip: boolean } | Blob };
	events: { key: number; value: LogEvent };
	/** Sealed months by `YYYY-MM/revision`, as canonical JSON text. */
	seals: { key: string; value: string };
	/** What can be derived again, and the draft that is being written. */
	kept: { key: string; value: unknown };
}

/** A store of it. */
export type Name = 'files' | 'bytes' | 'events' | 'seals' | 'kept';
/** All of them, for what is written at once. */
export const ALL: Name[] = ['files', 'bytes', 'events', 'seals', 'kept'];
const NAME = 'kaohe';
/** The version of the database; an older one is set aside before it is changed. */
export const VERSION = 2;
/** On disk when it resolves. */
export const STRICT = { durability: 'strict' } as const;

/** What one step changes, all or nothing. */
export interface Commit<Meta> {
	event?: LogEvent;
	/** Entries that follow the first. */
	more?: LogEvent[];
	added?: { file: StoredFile<Meta>; blob?: Blob }[];
	removed?: string[];
	/** Evidence that the entry carries. */
	attached?: { sha256: string; blob: Blob }[];
	seal?: { key: string; text: string };
	/** What is kept under names; undefined takes it out. */
	kept?: [name: string, value: unknown][];
}

/** Everything that a record holds. */
export interface Whole<Meta> {
	events: LogEvent[];
	files: StoredFile<Meta>[];
	bytes: [string, StoredBytes][];
	seals: [string, string][];
	kept: [string, unknown][];
}

/** Another tab has written since this one read. */
export class Overtaken extends Error {
	constructor() {
		super('the record was changed by another tab');
	}
}

/** What is told while a database is opened and open. */
export interface StoreHooks {
	/** A tab of an older version still holds it. */
	onblocked: () => void;
	/** A tab of a newer version took it: nothing can be written here any more. */
	onoutrun: () => void;
}

/** The name of a workspace's database. */
export const databaseOf = (workspace: string): string => `${NAME}-${workspace}`;

/** A transaction that failed may have ended by itself. */
export function abort(tx: { abort(): void }): void {
	try {
		tx.abort();
	} catch (error) {
		if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
	}
}
