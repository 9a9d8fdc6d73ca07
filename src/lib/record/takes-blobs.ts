import type { IDBPDatabase } from 'idb';
import { abort, type Schema } from './stores';

/** How long a store may take to say whether it takes blobs, in milliseconds. */
const PROBE = 3000;

/** Asks a store with one byte whether it takes blobs (WebKit's private windows don't); a large change that fails there never ends. */
export async function takesBlobs<Meta>(db: IDBPDatabase<Schema<Meta>>): Promise<boolean> {
	const tx = db.transaction('bytes', 'readwrite');
	tx.done.catch(() => {});
	const put = async (): Promise<boolean> => {
		await tx.store.put({ bytes: new Blob(['-']), gzip: false }, 'probe');
		abort(tx);
		return true;
	};
	const late = new Promise<boolean>((done) => setTimeout(() => done(false), PROBE));
	return Promise.race([put().catch(() => false), late]);
}
