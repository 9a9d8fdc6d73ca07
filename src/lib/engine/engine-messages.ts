import type { Batch } from '../intake/batch';
import type { Row } from './engine';

/** What the page asks of the engine's worker. */
export type EngineTask =
	| { do: 'open'; wasm: string }
	| { do: 'exec'; sql: string }
	| { do: 'rows'; sql: string }
	| { do: 'append'; relation: string; batch: Batch };

/** Rows come in parts, so that the page takes each in a moment. */
export type EngineAnswer =
	{ id: number; part: Row[] } | { id: number; done: true } | { id: number; failed: string };
