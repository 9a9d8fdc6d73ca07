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

self.onmessage = ({ data }: MessageEvent<{ id: number } & EngineTask>): void => {
	const { id } = data;
	answer(data)
		.then((done) => say({ id, done }, done ? buffersIn(done) : []))
		.catch((error: unknown) => say({ id, failed: error instanceof Error ? error.message : String(error) }));
};

async function answer(task: EngineTask): Promise<Columns | null> {
	if (task.do === 'open') engine = await open(task.wasm);
	else if (!engine) throw new Error('the engine is not open');
	else if (task.do === 'exec') await engine.exec(task.sql);
	else if (task.do === 'append') await engine.append(task.relation, task.batch);
	else return engine.columns(task.sql);
	return null;
}

/** Opens the engine by the module that stands at a URL. */
const open = async (wasm: string): Promise<ColumnEngine> =>
	openBlocking(browser, browser.BROWSER_RUNTIME, await WebAssembly.compileStreaming(moduleFrom(wasm)));
