import { measured } from '../calendar/measured';
import { openDB, type IDBPDatabase } from 'idb';
import { openAside, setAside, versionOf } from './aside';
import type { LogEvent } from './event';
import {
	type StoredFile,
	type StoredBytes,
	type Schema,
	type Name,
	ALL,
	VERSION,
	STRICT,
	type Commit,
	type Whole,
	Overtaken,
	type StoreHooks,
	databaseOf,
	abort
} from './stores';
import { through } from './streams';
import { takesBlobs } from './takes-blobs';

/** The database of one workspace: files as they came, the log, sealed months; every write is one transaction that is on disk when it resolves. */
export class Store<Meta> {
	/** False once the browser's store was seen to take no blobs (WebKit, private windows). */
	private takesBlobs = true;
	private probed: Promise<void> | null = null;

	private constructor(
		private readonly db: IDBPDatabase<Schema<Meta>>,
		readonly name: string,
		/** True where a newer build made it: it is only read, to be saved as a backup. */
		readonly isNewer = false
	) {}

	/** Opens the database of a workspace; one that an older build made is set aside first. The sample has one of its own, so it never mixes with real data. */
	static async open<Meta>(workspace: string, { onblocked, onoutrun }: StoreHooks): Promise<Store<Meta>> {
		const database = databaseOf(workspace);
		const before = await versionOf(database);
		if (before > VERSION) return new Store<Meta>(await openDB<Schema<Meta>>(database), workspace, true);
		if (before > 0 && before < VERSION) await setAside(database, before);
		const db = await openDB<Schema<Meta>>(database, VERSION, {
			upgrade(database, from) {
				if (from < 1) {
					database.createObjectStore('files', { keyPath: 'sha256' });
					database.createObjectStore('bytes');
					database.createObjectStore('kept');
				}
				database.createObjectStore('events', { keyPath: 'seq' });
				database.createObjectStore('seals');
			},
			// a newer version of the app in another tab may upgrade: this one lets go
			blocked: () => onblocked(),
			blocking: () => {
				db.close();
				onoutrun();
			}
		});
		return new Store<Meta>(db, workspace);
	}

	/** Opens the copy of a workspace's database that was set aside before an upgrade, to be saved. */
	static async openAside<Meta>(workspace: string, version: number): Promise<Store<Meta>> {
		return new Store<Meta>(await openAside<Schema<Meta>>(databaseOf(workspace), version), workspace, true);
	}

	/** Whether the database has a store of a name: older ones lack some. */
	private has(name: Name): boolean {
		return this.db.objectStoreNames.contains(name);
	}

	/** All files, without their bytes. */
	files(): Promise<StoredFile<Meta>[]> {
		return this.db.getAll('files');
	}

	/** The whole log in order. */
	async events(): Promise<LogEvent[]> {
		return this.has('events') ? this.db.getAll('events') : [];
	}

	/** SHA-256 of the files whose bytes are there. */
	byteKeys(): Promise<string[]> {
		return this.db.getAllKeys('bytes');
	}

	/** Sealed months as [key, canonical JSON]. */
	async seals(): Promise<[string, string][]> {
		if (!this.has('seals')) return [];
		const tx = this.db.transaction('seals');
		const [keys, texts] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
		return keys.map((key, i) => [key, texts[i]!]);
	}

	/** The bytes of a file as they were imported; throws where they are gone. */
	async bytes(sha256: string): Promise<Blob> {
		return (await this.held(sha256))();
	}

	/** The bytes of a file, to be unpacked when they are wanted: also once they are gone from here. */
	async held(sha256: string): Promise<() => Promise<Blob>> {
		const { bytes, gzip } = await this.storedBytes(sha256);
		return async () => (gzip ? through(bytes, new DecompressionStream('gzip')) : bytes);
	}

	/** The bytes of a file as they are kept. */
	async storedBytes(sha256: string): Promise<StoredBytes> {
		const found = await this.db.get('bytes', sha256);
		if (!found) throw new Error(`the bytes of ${sha256} are missing from the record`);
		if (found instanceof Blob) return { bytes: found, gzip: false };
		const { bytes, gzip } = found;
		return { bytes: bytes instanceof Blob ? bytes : new Blob([bytes]), gzip };
	}

	/** Keeps the bytes of files gzipped that are still as they came; resolves with how many were. */
	async compress(): Promise<number> {
		let done = 0;
		for (const sha256 of await this.db.getAllKeys('bytes')) {
			const found = await this.storedBytes(sha256).catch(() => null);
			if (!found || found.gzip) continue;
			const packed = await through(found.bytes, new CompressionStream('gzip'));
			await this.withBytes(async () => {
				const bytes = this.takesBlobs ? packed : await packed.arrayBuffer();
				const tx = this.db.transaction('bytes', 'readwrite', STRICT);
				// removed meanwhile: it stays removed
				const there = (await tx.store.getKey(sha256)) !== undefined;
				if (there) await tx.store.put({ bytes, gzip: true }, sha256);
				await tx.done;
				if (there) done++;
			});
		}
		return done;
	}

	/** Makes a change, all or nothing; an event must follow the log's last one, else the change is refused as overtaken. */
	commit(change: Commit<Meta>): Promise<void> {
		return measured('record', () => this.withBytes(() => this.commitOnce(change)));
	}

	/** Does work that stores bytes, as blobs where the browser's store takes them, else as buffers. */
	private async withBytes(work: () => Promise<void>): Promise<void> {
		this.probed ??= takesBlobs(this.db).then((takes) => void (this.takesBlobs = takes));
		await this.probed;
		await work();
	}

	private async commitOnce({
		event,
		more = [],
		added = [],
		removed = [],
		attached = [],
		seal,
		kept = []
	}: Commit<Meta>): Promise<void> {
		// read before the transaction: one that waits for anything else ends
		const own = await this.bytesOf(added.flatMap(({ file, blob }) => (blob ? [[file.sha256, blob]] : [])));
		const carried = await this.bytesOf(attached.map(({ sha256, blob }) => [sha256, blob]));
		const tx = this.db.transaction(ALL, 'readwrite', STRICT);
		const [files, bytes] = [tx.objectStore('files'), tx.objectStore('bytes')];
		const writes: Promise<unknown>[] = [];
		try {
			if (event) {
				const cursor = await tx.objectStore('events').openCursor(null, 'prev');
				if ((cursor?.value.hash ?? '') !== event.prev) throw new Overtaken();
			}
			if (event) for (const each of [event, ...more]) writes.push(tx.objectStore('events').add(each));
			for (const sha256 of removed) writes.push(files.delete(sha256), bytes.delete(sha256));
			for (const { file } of added) {
				const buffer = own.get(file.sha256);
				if (buffer) {
					// one after the other: each is waited for, whatever the next says
					writes.push(files.put(file));
					writes.push(bytes.put({ bytes: buffer, gzip: false }, file.sha256));
				} else if ((await files.getKey(file.sha256)) !== undefined) writes.push(files.put(file));
			}
			for (const [sha256, buffer] of carried) writes.push(bytes.put({ bytes: buffer, gzip: false }, sha256));
			if (seal) writes.push(tx.objectStore('seals').add(seal.text, seal.key));
			// one after the other: copying all at once would hold the page
			const all = tx.objectStore('kept');
			for (const [name, value] of kept) await (value === undefined ? all.delete(name) : all.put(value, name));
			await Promise.all([...writes, tx.done]);
		} catch (error) {
			abort(tx);
			await Promise.allSettled([...writes, tx.done]);
			throw error;
		}
	}

	/** Something kept under a name, or undefined. */
	kept(name: string): Promise<unknown> {
		return this.db.get('kept', name);
	}

	/** All that is kept under names that begin so, by name. */
	async keptUnder(start: string): Promise<Map<string, unknown>> {
		const range = IDBKeyRange.bound(start, `${start}\uffff`);
		const tx = this.db.transaction('kept');
		const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
		return new Map(keys.map((key, i) => [key, values[i]]));
	}

	/** Keeps something under a name. */
	keep(name: string, value: unknown): Promise<void> {
		return this.commit({ kept: [[name, value]] });
	}

	/** Puts a whole record in place of what is there, all or nothing. */
	replace(all: Whole<Meta>): Promise<void> {
		return this.withBytes(() => this.replaceOnce(all));
	}

	private async replaceOnce(all: Whole<Meta>): Promise<void> {
		const buffers = await this.bytesOf(all.bytes.map(([key, { bytes }]) => [key, bytes]));
		const tx = this.db.transaction(ALL, 'readwrite', STRICT);
		const writes: Promise<unknown>[] = ALL.map((name) => tx.objectStore(name).clear());
		try {
			for (const event of all.events) writes.push(tx.objectStore('events').put(event));
			for (const file of all.files) writes.push(tx.objectStore('files').put(file));
			for (const [key, { gzip }] of all.bytes)
				writes.push(tx.objectStore('bytes').put({ bytes: buffers.get(key)!, gzip }, key));
			for (const [key, value] of all.seals) writes.push(tx.objectStore('seals').put(value, key));
			for (const [key, value] of all.kept) writes.push(tx.objectStore('kept').put(value, key));
			await Promise.all([...writes, tx.done]);
		} catch (error) {
			abort(tx);
			await Promise.allSettled([...writes, tx.done]);
			throw error;
		}
	}

	/** Bytes as this browser's store takes them, by key. */
	private async bytesOf(blobs: (readonly [string, Blob])[]): Promise<Map<string, Blob | ArrayBuffer>> {
		const found = new Map<string, Blob | ArrayBuffer>();
		for (const [key, blob] of blobs) found.set(key, this.takesBlobs ? blob : await blob.arrayBuffer());
		return found;
	}

	/** Empties the record. */
	clear(): Promise<void> {
		return this.replace({ events: [], files: [], bytes: [], seals: [], kept: [] });
	}

	close(): void {
		this.db.close();
	}
}
