import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What a database that is set aside is called: the workspace's, and the version that it had. */
const nameOf = (database: string, version: number): string => `${database}-v${String(version)}`;

/** The version of a database on this machine, 0 where there is none or the browser doesn't tell. */
export async function versionOf(database: string): Promise<number> {
	const all = await indexedDB.databases();
	return all.find((d) => d.name === database)?.version ?? 0;
}

/** Copies a database as it is, before a newer build changes it; one that is set aside already stays. */
export async function setAside(database: string, version: number): Promise<void> {
	const copy = nameOf(database, version);
	if ((await versionOf(copy)) > 0) return;
	const from = await openDB(database, version);
	const parts: { name: string; keyPath: string | null; keys: IDBValidKey[]; values: unknown[] }[] = [];
	for (const name of from.objectStoreNames) {
		const store = from.transaction(name).store;
		const { keyPath } = store;
		const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
		parts.push({ name, keyPath: typeof keyPath === 'string' ? keyPath : null, keys, values });
	}
	from.close();
	await fill(copy, version, parts);
}

async function fill(
	copy: string,
	version: number,
	parts: { name: string; keyPath: string | null; keys: IDBValidKey[]; values: unknown[] }[]
): Promise<void> {
	const to = await openDB(copy, version, {
		upgrade(db) {
			for (const { name, keyPath } of parts) db.createObjectStore(name, keyPath === null ? {} : { keyPath });
		}
	});
	try {
		for (const { name, keyPath, keys, values } of parts) {
			const tx = to.transaction(name, 'readwrite', { durability: 'strict' });
			const writes = values.map((value, i) => tx.store.put(value, keyPath === null ? keys[i] : undefined));
			await Promise.all([...writes, tx.done]);
		}
	} catch (error) {
		// half a copy is none: the next opening makes it anew
		to.close();
		await deleteDB(copy);
		throw error;
	}
	to.close();
}

/** The versions of a database that were set aside, oldest first. */
export async function asideOf(database: string): Promise<number[]> {
	const names = (await indexedDB.databases()).map((d) => d.name ?? '');
	return names
		.filter((name) => name.startsWith(`${database}-v`))
		.map((name) => Number(name.slice(database.length + 2)))
		.sort((a, b) => a - b);
}

/** A copy that was set aside, opened as it is. */
export const openAside = <Schema extends DBSchema>(
	database: string,
	version: number
): Promise<IDBPDatabase<Schema>> => openDB<Schema>(nameOf(database, version));

/** Removes a copy that was set aside. */
export const dropAside = (database: string, version: number): Promise<void> =>
	deleteDB(nameOf(database, version));
