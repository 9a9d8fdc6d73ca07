import { buffersOf } from '../intake/batch';
import { breath } from './breath';
import { rowsOf, type Columns } from './columns';
import { EngineClosed } from './closed';
import { nothingMade, type Engine, type Row } from './engine';
import type { EngineAnswer, EngineTask } from './engine-messages';

export type BrowserEngine = Engine;

interface Pending {
	resolve: (found: Columns | null) => void;
	reject: (error: Error) => void;
}

/** Rows that the page makes at once: more would hold it up. */
const PART = 5000;

/** A result's rows, the page left to itself now and then. */
async function inParts(found: Columns): Promise<Row[]> {
	const rows: Row[] = [];
	for (let at = 0; at < found.rows; at += PART) {
		if (at > 0) await breath();
		rows.push(...rowsOf(found, at, Math.min(found.rows, at + PART)));
	}
	return rows;
}

/** Opens DuckDB-WASM in a worker of its own; `wasmUrl` names the module, fetched from this origin. */
export async function openBrowserEngine(wasmUrl: string): Promise<BrowserEngine> {
	const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
	const pending = new Map<number, Pending>();
	let next = 1;
	let dead: string | null = null;
	const fail = (message: string): void => {
		dead = message;
		for (const waiting of pending.values()) waiting.reject(new EngineClosed(message));
		pending.clear();
	};
	worker.onerror = (event) => fail(event.message);
	worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
		const waiting = pending.get(data.id);
		if (!waiting) return;
		pending.delete(data.id);
		if ('failed' in data) waiting.reject(new Error(data.failed));
		else waiting.resolve(data.done);
	};
	const ask = (
		task: EngineTask,
		transfer: Transferable[] = [],
		stop: (id: number) => void = () => {}
	): Promise<Columns | null> =>
		new Promise((resolve, reject) => {
			// one that has ended answers nothing any more
			if (dead !== null) return void reject(new EngineClosed(dead));
			const id = next++;
			pending.set(id, { resolve, reject });
			worker.postMessage({ id, ...task }, transfer);
			stop(id);
		});
	/** Runs a statement that may be broken off. */
	async function stoppable(sql: string, signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		let stop = (): void => {};
		const asked = ask({ do: 'exec', sql, stoppable: true }, [], (id) => {
			stop = () => worker.postMessage({ id, do: 'stop' });
			signal.addEventListener('abort', stop, { once: true });
		});
		try {
			await asked;
		} catch (error) {
			// an engine that ended is told as such, whoever still waited
			if (!(error instanceof EngineClosed)) signal.throwIfAborted();
			throw error;
		} finally {
			signal.removeEventListener('abort', stop);
		}
	}
	const close = (): Promise<void> => {
		worker.terminate();
		fail('the engine was closed');
		return Promise.resolve();
	};
	await ask({ do: 'open', wasm: new URL(wasmUrl, location.href).href }).catch(async (error: unknown) => {
		await close();
		throw error;
	});
	return {
		made: nothingMade(),
		exec: async (sql, signal) => (signal ? stoppable(sql, signal) : void (await ask({ do: 'exec', sql }))),
		rows: async (sql) => inParts((await ask({ do: 'rows', sql }))!),
		append: async (relation, batch) => void (await ask({ do: 'append', relation, batch }, buffersOf(batch))),
		pack: async () => void (await ask({ do: 'exec', sql: 'checkpoint' })),
		close
	};
}
