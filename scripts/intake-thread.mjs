import { openAsBlob } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// The intake's worker in a thread of Node: a thread knows no TypeScript by itself, and what the
// worker knows as `self` in a browser is the thread's port here.
register();
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const self = {
	/** @param {unknown} message @param {import('node:worker_threads').TransferListItem[]} transfer */
	postMessage: (message, transfer) => port.postMessage(message, transfer),
	/** @type {((event: { data: unknown }) => void) | null} */
	onmessage: null
};
Object.assign(globalThis, { self });
await import('../src/lib/intake/worker');

/** @param {{ file?: string }} data */
async function hear(data) {
	// a file of the disk can't be handed over in Node: the thread opens it itself
	const opened = data.file === undefined ? data : { ...data, blob: await openAsBlob(data.file) };
	self.onmessage?.({ data: opened });
}
port.on('message', (data) => void hear(data));
