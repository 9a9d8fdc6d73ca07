import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';

/** A file that the workspace holds, apart from its bytes; `meta` is the caller's. */
export interface StoredFile<Meta> {
	sha256: string;
	meta: Meta;
}

interface Schema extends DBSchema {
	files: { key: string; value: { sha256: string; meta: unknown } };
	bytes: { key: string; value: Blob };
	kept: { key: string; value: unknown };
}

const NAME = 'kaohe';
const VERSION = 1;
const STRICT = { durability: 'strict' } as const;

/** What must never be lost, in IndexedDB: the files as they came, and what people decided about them. */
export class FileRecord<Meta> {
	private constructor(private readonly db: IDBPDatabase<Schema>) {}

	/** Opens the record of a workspace; the sample has one of its own, so it never mixes with real data. */
	static async open<Meta>(workspace: string): Promise<FileRecord<Meta>> {
		const db = await openDB<Schema>(`${NAME}-${workspace}`, VERSION, {
			upgrade(database) {
				database.createObjectStore('files', { keyPath: 'sha256' });
				database.createObjectStore('bytes');
				database.createObjectStore('kept');
			}
		});
		return new FileRecord<Meta>(db);
	}

	/** All files, without their bytes. */
	async files(): Promise<StoredFile<Meta>[]> {
		return (await this.db.getAll('files')) as StoredFile<Meta>[];
	}

	/** The bytes of a file as they were imported; throws where they are gone. */
	async bytes(sha256: string): Promise<Blob> {
		const blob = await this.db.get('bytes', sha256);
		if (!blob) throw new Error(`the bytes of ${sha256} are missing from the record`);
		return blob;
	}

	/** Takes files in (without bytes: updates those that are still there) and removes others, all or nothing; resolves once they are on disk. */
	async change(added: { file: StoredFile<Meta>; blob?: Blob }[], removed: string[] = []): Promise<void> {
		const tx = this.db.transaction(['files', 'bytes'], 'readwrite', STRICT);
		const writes: Promise<unknown>[] = [];
		for (const sha256 of removed) {
			writes.push(tx.objectStore('files').delete(sha256), tx.objectStore('bytes').delete(sha256));
		}
		for (const { file, blob } of added) {
			if (blob)
				writes.push(tx.objectStore('files').put(file), tx.objectStore('bytes').put(blob, file.sha256));
			else writes.push(this.update(tx.objectStore('files'), file));
		}
		await Promise.all([...writes, tx.done]);
	}

	private async update(
		store: IDBPObjectStore<Schema, ('files' | 'bytes')[], 'files', 'readwrite'>,
		file: StoredFile<Meta>
	): Promise<void> {
		if ((await store.getKey(file.sha256)) !== undefined) await store.put(file);
	}

	/** Something kept under a name, or undefined. */
	async kept<T>(name: string): Promise<T | undefined> {
		return (await this.db.get('kept', name)) as T | undefined;
	}

	/** Keeps something under a name. */
	async keep(name: string, value: unknown): Promise<void> {
		const tx = this.db.transaction('kept', 'readwrite', STRICT);
		await Promise.all([tx.store.put(value, name), tx.done]);
	}

	/** Empties the record. */
	async clear(): Promise<void> {
		const tx = this.db.transaction(['files', 'bytes', 'kept'], 'readwrite', STRICT);
		await Promise.all([
			tx.objectStore('files').clear(),
			tx.objectStore('bytes').clear(),
			tx.objectStore('kept').clear(),
			tx.done
		]);
	}

	close(): void {
		this.db.close();
	}
}
