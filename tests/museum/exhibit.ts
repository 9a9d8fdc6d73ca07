import type { Page } from 'playwright-core';

/** A database as a browser held it: every store with its keys and values, bytes in base64. */
export interface Dump {
	name: string;
	version: number;
	stores: { name: string; keyPath: string | null; entries: [key: unknown, value: unknown][] }[];
}

/** What must come out of an exhibit: the record's hash, the sealed months' hashes, and the totals of each month as its table shows them. */
export interface Expected {
	state: string;
	seals: Record<string, string>;
	totals: Record<string, string[]>;
	/** How many entries of each kind its log holds. */
	kinds: Record<string, number>;
}

/** Every store of a page's database; results that can be computed again are left out. */
export const dumpOf = (page: Page, name: string): Promise<Dump> =>
	page.evaluate(async (database) => {
		const wait = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error!);
			});
		const base64 = (buffer: ArrayBuffer): string =>
			btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join(''));
		const plain = async (value: unknown): Promise<unknown> => {
			if (value instanceof Blob) return { $blob: base64(await value.arrayBuffer()) };
			if (value instanceof ArrayBuffer) return { $buffer: base64(value) };
			if (Array.isArray(value)) return Promise.all(value.map(plain));
			if (typeof value !== 'object' || value === null) return value;
			const entries = await Promise.all(
				Object.entries(value).map(async ([key, v]) => [key, await plain(v)] as const)
			);
			return Object.fromEntries(entries);
		};
		const db = await wait(indexedDB.open(database));
		const stores: Dump['stores'] = [];
		for (const store of db.objectStoreNames) {
			const tx = db.transaction(store).objectStore(store);
			const keyPath = tx.keyPath as string | null;
			const [keys, values] = await Promise.all([
				wait(tx.getAllKeys()),
				wait(tx.getAll() as IDBRequest<unknown[]>)
			]);
			const entries: [unknown, unknown][] = [];
			for (const [i, key] of keys.entries())
				if (!(store === 'kept' && JSON.stringify(key).startsWith('"results')))
					entries.push([key, await plain(values[i])]);
			stores.push({ name: store, keyPath, entries });
		}
		db.close();
		return { name: database, version: db.version, stores };
	}, name);

/** Puts a database into a page's origin as it once was. */
export const plant = (page: Page, dump: Dump): Promise<void> =>
	page.evaluate(async ({ name, version, stores }) => {
		const bytes = (text: string): Uint8Array<ArrayBuffer> =>
			Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
		const real = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(real);
			if (typeof value !== 'object' || value === null) return value;
			if ('$blob' in value) return new Blob([bytes(value.$blob as string)]);
			if ('$buffer' in value) return bytes(value.$buffer as string).buffer;
			return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, real(v)]));
		};
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.open(name, version);
			request.onerror = () => reject(request.error!);
			request.onupgradeneeded = () => {
				for (const { name: store, keyPath } of stores)
					request.result.createObjectStore(store, keyPath === null ? {} : { keyPath });
			};
			request.onsuccess = () => {
				const db = request.result;
				const tx = db.transaction(
					stores.map((s) => s.name),
					'readwrite'
				);
				for (const { name: store, keyPath, entries } of stores)
					for (const [key, value] of entries)
						tx.objectStore(store).put(real(value), keyPath === null ? (key as IDBValidKey) : undefined);
				tx.oncomplete = () => {
					db.close();
					resolve();
				};
				tx.onerror = () => reject(tx.error!);
			};
		});
	}, dump);
