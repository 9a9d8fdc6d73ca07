import { attachments } from './attachments';
import { canonical } from './canonical';
import {
	chained,
	chainFault,
	NO_HEAD,
	type Actor,
	type ChainFault,
	type Entry,
	type Head,
	type LogEvent
} from './event';
import { sha256 } from './hash';
import { loggedSeals, sealFault } from './seal';
import { Store, type Change, type StoredFile } from './store';

/** Why a record can't be trusted as it is: entries gone that were acknowledged, an entry changed, or bytes and log that disagree. */
export type RecordFault =
	| { kind: 'lost'; expected: Head; found: Head }
	| { kind: 'log'; fault: ChainFault }
	| { kind: 'files'; missing: string[]; unlogged: string[] }
	| { kind: 'seal'; key: string };

const UNSIGNED: Actor = { name: '', role: 'hr' };

/** The record of one workspace: its log in memory, and every step written with its entry or not at all. */
export class WorkRecord<Meta> {
	events: LogEvent[] = [];
	private constructor(readonly store: Store<Meta>) {}

	/** Opens a workspace's record; the tab that writes enters the files of a version without a log. */
	static async open<Meta>(
		workspace: string,
		writing: boolean,
		onblocked: () => void
	): Promise<WorkRecord<Meta>> {
		const record = new WorkRecord<Meta>(await Store.open<Meta>(workspace, onblocked));
		await record.reread();
		if (record.events.length === 0 && writing) await record.enterOld();
		return record;
	}

	/** Reads the log anew: another tab wrote. */
	async reread(): Promise<void> {
		this.events = await this.store.events();
	}

	get head(): Head {
		const last = this.events.at(-1);
		return last ? { seq: last.seq, hash: last.hash } : NO_HEAD;
	}

	/** What is wrong with the record, given where its log was known to end; null where all holds. */
	async fault(expected: Head): Promise<RecordFault | null> {
		const fault = await chainFault(this.events);
		if (fault) return { kind: 'log', fault };
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
	async write(entry: Entry, by: Actor | null, change: Omit<Change<Meta>, 'event'> = {}): Promise<LogEvent> {
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
		for (const name of ['layouts', 'words', 'policies']) {
			const value = await this.store.kept(name);
			if (value !== undefined) entries.push({ kind: name, data: { [name]: value } });
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
export const importEntry = <Meta>(
	added: StoredFile<Meta>[],
	removed: { sha256: string; path: string }[],
	{ unread = [], handed = [] }: { unread?: { path: string; warning: object }[]; handed?: string[] } = {}
): Entry => ({
	kind: 'import',
	data: {
		added: added.map(({ sha256: sha, meta }) => {
			const { path, size, dataset, original, scrubbed } = meta as {
				path: string;
				size: number;
				dataset: string;
				original?: string;
				scrubbed?: string[];
			};
			return { sha256: sha, path, size, dataset, original, scrubbed };
		}),
		removed: removed.map(({ sha256: sha, path }) => ({ sha256: sha, path })),
		...(unread.length > 0 && { unread }),
		...(handed.length > 0 && { handed })
	}
});

interface Imported {
	added?: { sha256: string }[];
	removed: { sha256: string }[];
}

/** The files that stand by the log. */
export function loggedFiles(events: LogEvent[]): Set<string> {
	const files = new Set<string>();
	for (const { kind, data } of events) {
		if (kind !== 'import' && kind !== 'erase') continue;
		const { added = [], removed } = data as Imported;
		for (const { sha256: sha } of removed) files.delete(sha);
		for (const { sha256: sha } of added) files.add(sha);
	}
	return files;
}

/** The last value that entries of a kind hold under a name, or undefined. */
export function lastOf(events: LogEvent[], kind: string, name: string): unknown {
	const found = events.findLast((event) => event.kind === kind);
	return found && (found.data as Record<string, unknown>)[name];
}

/** The files that were deleted for good by a logged step; their hashes stay in the log and in the seals. */
export const erasedFiles = (events: LogEvent[]): Set<string> =>
	new Set(
		events.flatMap(({ kind, data }) =>
			kind === 'erase' ? (data as { removed: { sha256: string }[] }).removed.map((f) => f.sha256) : []
		)
	);
