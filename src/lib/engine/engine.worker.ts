import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import { openBlocking, type Blocking } from './blocking';
import type { Engine } from './engine';
import { moduleFrom } from './wasm-module';
import type { EngineAnswer, EngineTask } from './engine-messages';

/** The browser's build of it: see the alias in vite.config.ts. */
const browser = duckdb as unknown as Blocking & { BROWSER_RUNTIME: unknown };
const PART = 1000;
const say = (answer: EngineAnswer): void => (self as unknown as Worker).postMessage(answer);
let engine: Engine | null = null;

self.onmessage = ({ data }: MessageEvent<{ id: number } & EngineTask>): void => {
	const { id } = data;
	answer(id, data)
		.then(() => say({ id, done: true }))
		.catch((error: unknown) => say({ id, failed: error instanceof Error ? error.message : String(error) }));
};

async function answer(id: number, task: EngineTask): Promise<void> {
	if (task.do === 'open') engine = await open(task.wasm);
	else if (!engine) throw new Error('the engine is not open');
	else if (task.do === 'exec') await engine.exec(task.sql);
	else if (task.do === 'append') await engine.append(task.relation, task.batch);
	else {
		const rows = await engine.rows(task.sql);
		for (let at = 0; at < rows.length; at += PART) say({ id, part: rows.slice(at, at + PART) });
	}
}

/** Opens the engine by the module that stands at a URL. */
const open = async (wasm: string): Promise<Engine> =>
	openBlocking(browser, browser.BROWSER_RUNTIME, await WebAssembly.compileStreaming(moduleFrom(wasm)));
