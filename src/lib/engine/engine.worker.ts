import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { openBlocking, type Blocking, type ColumnEngine } from './blocking';
import { buffersIn, type Columns } from './columns';
import { moduleFrom } from './wasm-module';
import type { EngineAnswer, EngineTask } from './engine-messages';

/** The browser's build of it: see the alias in vite.config.ts. */
const browser = duckdb as unknown as Blocking & { BROWSER_RUNTIME: unknown };
const say = (answer: EngineAnswer, transfer: Transferable[] = []): void =>
	(self as unknown as Worker).postMessage(answer, transfer);
let engine: ColumnEngine | null = null;

/** The statements that may be broken off, by their number. */
const stops = new Map<number, AbortController>();
/** What was asked last: one is answered after the other, also where one leaves the thread now and then. */
let last = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<{ id: number } & EngineTask>): void => {
	const { id } = data;
	if (data.do === 'stop') return stops.get(id)?.abort();
	if (data.do === 'exec' && data.stoppable) stops.set(id, new AbortController());
	last = last
		.then(() => answer(data, stops.get(id)?.signal))
		.then((done) => say({ id, done }, done ? buffersIn(done) : []))
		.catch((error: unknown) => say({ id, failed: error instanceof Error ? error.message : String(error) }))
		.finally(() => stops.delete(id));
};

async function answer(task: EngineTask, signal?: AbortSignal): Promise<Columns | null> {
	if (task.do === 'open') engine = await open(task.wasm);
	else if (!engine) throw new Error('the engine is not open');
	else if (task.do === 'exec') await engine.exec(task.sql, signal);
	else if (task.do === 'append') await engine.append(task.relation, task.batch);
	else if (task.do === 'rows') return engine.columns(task.sql);
	return null;
}

/** Opens the engine by the module that stands at a URL. */
const open = async (wasm: string): Promise<ColumnEngine> =>
	openBlocking(browser, browser.BROWSER_RUNTIME, await WebAssembly.compileStreaming(moduleFrom(wasm)));
