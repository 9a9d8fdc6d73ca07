import type { Batch } from '../intake/batch';
import type { Columns } from './columns';

/** What the page asks of the engine's worker. */
export type EngineTask =
	| { do: 'open'; wasm: string }
	| { do: 'exec'; sql: string; stoppable?: true }
	/** Breaks off the statement that was asked for by the same number, whether it has begun or not. */
	| { do: 'stop' }
	| { do: 'rows'; sql: string }
	| { do: 'append'; relation: string; batch: Batch };

export type EngineAnswer = { id: number; done: Columns | null } | { id: number; failed: string };
