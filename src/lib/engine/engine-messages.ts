import type { Batch } from '../intake/batch';
import type { Columns } from './columns';

/** What the page asks of the engine's worker. */
export type EngineTask =
	| { do: 'open'; wasm: string }
	| { do: 'exec'; sql: string }
	| { do: 'rows'; sql: string }
	| { do: 'append'; relation: string; batch: Batch };

export type EngineAnswer = { id: number; done: Columns | null } | { id: number; failed: string };
