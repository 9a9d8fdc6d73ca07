import type { Actor } from './actor';
import { attachments } from './attachments';
import { canonical } from './canonical';
import {
	chained,
	chainFault,
	isEntry,
	isEvent,
	NO_HEAD,
	type ChainFault,
	type Entry,
	type EventOf,
	type Head,
	type LogEvent
} from './event';
import { sha256 } from '../intake/hash';
import type { DataOf, KindName } from './kinds';
import { loggedSeals, sealFault } from './seal';
import { Store } from './store';
import { type Commit, type StoredFile, type StoreHooks } from './stores';

/** What an import's entry says of a file. */
interface Named {
	path: string;
	size: number;
	dataset: string;
	original?: string | undefined;
	scrubbed?: string[] | undefined;
}

/** Why a record can't be trusted as it is: entries gone that were acknowledged, an entry changed, bytes and log that disagree, or what only a newer build can read. */
export type RecordFault =
	| { kind: 'lost'; expected: Head; found: Head }
	| { kind: 'log'; fault: ChainFault }
	| { kind: 'files'; missing: string[]; unlogged: string[] }
	| { kind: 'seal'; key: string }
	/** A newer build wrote it: its store, or its first entry that this one can't read. */
	| { kind: 'newer'; seq: number | null };

/** What a version without a log kept under names. */
export const OLD = ['layouts', 'words', 'policies'];

const UNSIGNED: Actor = { name: '', role: 'hr' };

/** The record of one workspace: its log in memory, and every step written with its entry or not at all. */
export class WorkRecord<Meta extends Named> {
	events: LogEvent[] = [];
	private constructor(readonly store: Store<Meta>) {}

	/** Opens a workspace's record. */
	static async open<Meta extends Named>(
		workspace: string,
		writing: boolean,
		hooks: StoreHooks
	): Promise<WorkRecord<Meta>> {
		const record = new WorkRecord<Meta>(await Store.open<Meta>(workspace, hooks));
		await record.reread(writing);
		return record;
	}

	/** Reads the log anew, because another tab wrote or all of it was replaced; the tab that writes enters the files of a version without a log. */
	async reread(writing: boolean): Promise<void> {
		this.events = await this.store.events();
		if (this.events.length === 0 && writing && !this.store.isNewer) await this.enterOld();
	}

	get head(): Head {
		const last = this.events.at(-1);
		return last ? { seq: last.seq, hash: last.hash } : NO_HEAD;
	}

	/** What is wrong with the record, given where its log was known to end; null where all holds. */
	async fault(expected: Head): Promise<RecordFault | null> {
		if (this.store.isNewer) return { kind: 'newer', seq: null };
		const fault = await chainFault(this.events);
		if (fault) return { kind: 'log', fault };
		const strange = this.events.findIndex((event) => !isEvent(event));
		if (strange >= 0) return { kind: 'newer', seq: strange + 1 };
		const known = expected.seq === 0 || this.events[expected.seq - 1]?.hash === expected.hash;
		if (!known) return { kind: 'lost', expected, found: this.head };
		const broken = await sealFault(await this.store.seals(), loggedSeals(this.events));
		if (broken) return { kind: 'seal', key: broken.key };
		const logged = loggedFiles(this.events);
		const there = new Set((await this.store.files()).map((f) => f.sha256));
		const bytes = new Set(await this.store.byteKeys());
		const missing = [...logged].filter((sha) => !there.has(sha) || !bytes.has(sha));
		missing.push(...[...attachments(this.events).keys()].filter((sha) => !bytes.has(sha)));
		const unlogged = [...there].filter((sha) => !logged.has(sha));
		return missing.length + unlogged.length > 0 ? { kind: 'files', missing, unlogged } : null;
	}

	/** Writes a step: its entry, and whatever it changes, in one transaction. */
	async write(entry: Entry, by: Actor | null, change: Omit<Commit<Meta>, 'event'> = {}): Promise<LogEvent> {
		const event = await chained(this.head, entry, by ?? UNSIGNED, new Date().toISOString());
		await this.store.commit({ ...change, event });
		this.events = [...this.events, event];
		return event;
	}

	/** One hash of all that the record holds: the log, the files and the sealed months. */
	async stateHash(): Promise<string> {
		const files = (await this.store.files()).map((f) => f.sha256).sort();
		const seals = await this.store.seals();
		return sha256(canonical({ head: this.head.hash, files, seals }));
	}

	close(): void {
		this.store.close();
	}

	/** One commit of everything that an older version kept. */
	private async enterOld(): Promise<void> {
		const files = await this.store.files();
		const entries: Entry[] = files.length > 0 ? [importEntry(files, [])] : [];
		for (const name of OLD) {
			const value = await this.store.kept(name);
			if (value === undefined) continue;
			const entry = { kind: name, data: { [name]: value } };
			if (!isEntry(entry)) throw new Error(`what an older version kept as ${name} can't be read`);
			entries.push(entry);
		}
		const events: LogEvent[] = [];
		for (const entry of entries)
			events.push(await chained(events.at(-1) ?? NO_HEAD, entry, UNSIGNED, new Date().toISOString()));
		const [event, ...more] = events;
		if (!event) return;
		await this.store.commit({ event, more });
		this.events = events;
	}
}

/** The entry of files taken in and taken out, of what was handed over as a whole, and of what of it isn't read. */
export const importEntry = (
	added: StoredFile<Named>[],
	removed: { sha256: string; path: string }[],
	{ unread = [], handed = [] }: Partial<Pick<DataOf['import'], 'unread' | 'handed'>> = {}
): Extract<Entry, { kind: 'import' }> => ({
	kind: 'import',
	data: {
		added: added.map(({ sha256: sha, meta: { path, size, dataset, original, scrubbed } }) => ({
			sha256: sha,
			path,
			size,
			dataset,
			original,
			scrubbed
		})),
		removed: removed.map(({ sha256: sha, path }) => ({ sha256: sha, path })),
		...(unread.length > 0 && { unread }),
		...(handed.length > 0 && { handed })
	}
});

/** The files that stand by the log. */
export function loggedFiles(events: LogEvent[]): Set<string> {
	const files = new Set<string>();
	for (const { kind, data } of events) {
		if (kind !== 'import' && kind !== 'erase') continue;
		for (const { sha256: sha } of data.removed ?? []) files.delete(sha);
		if (kind === 'import') for (const { sha256: sha } of data.added ?? []) files.add(sha);
	}
	return files;
}

/** What a file that was ever imported or attached was called; its SHA-256 where no entry names it. */
export function nameOf(events: LogEvent[], sha: string): string {
	const named = events.flatMap(({ kind, data }) => (kind === 'import' ? (data.added ?? []) : []));
	return named.findLast((f) => f.sha256 === sha)?.path ?? attachments(events).get(sha)?.name ?? sha;
}

/** The last entry of a kind, or undefined. */
export const lastOf = <K extends KindName>(events: LogEvent[], kind: K): EventOf<K> | undefined =>
	events.findLast((event): event is EventOf<K> => event.kind === kind);

/** The files that were deleted for good by a logged step; their hashes stay in the log and in the seals. */
export const erasedFiles = (events: LogEvent[]): Set<string> =>
	new Set(events.flatMap(({ kind, data }) => (kind === 'erase' ? data.removed.map((f) => f.sha256) : [])));
