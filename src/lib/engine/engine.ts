import type { Batch } from '../intake/batch';
import type { Results } from '../sql/rows';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** What was made in an engine and needn't be made again. */
export interface Made {
	/** The calendar whose days it holds: they are many, and seldom change. */
	calendar: object | null;
	/** True once its views stand: a view holds no rows, so one making of it serves for good. */
	views: boolean;
	/** True while its tables were computed of nothing alone. */
	empty: boolean;
	/** How often its tables were filled anew since they were made or packed. */
	refills: number;
	/** The policies that it scores by, as text. */
	policies: string | null;
	/** True where they score slices of measures. */
	slices: boolean;
	/** What was read of it last, of all months. */
	results: Results | null;
	/** The months that reports show and the words that opinions are sorted by, as text, and what was computed of them since the scores stand. */
	shown: string;
	themes: string;
	asked: Set<string>;
	/** The statements that it has planned. */
	plans: Set<string>;
}

/** What an engine knows before anything is made in it. */
export const nothingMade = (): Made => ({
	calendar: null,
	views: false,
	empty: false,
	refills: 0,
	policies: null,
	slices: false,
	results: null,
	shown: '',
	themes: '',
	asked: new Set(),
	plans: new Set()
});

/** The one way to DuckDB, the same in the browser's worker and in Node; a failed statement throws with DuckDB's message. */
export interface Engine {
	readonly made: Made;
	/** Runs statements whose rows nobody needs; with a signal one alone, which is broken off once the signal says so: then nothing of it is done, and the signal's reason is thrown. */
	exec(sql: string, signal?: AbortSignal): Promise<void>;
	/** The rows of a query: text, numbers and booleans; whole numbers beyond 2^53 and decimals must be cast to text in the query. */
	rows(sql: string): Promise<Row[]>;
	/** Appends a batch to an input relation, by position. */
	append(relation: string, batch: Batch): Promise<void>;
	/** Packs what its tables hold where its memory, once taken, is never given back; not within a transaction. */
	pack(): Promise<void>;
	/** Ends the engine; whatever it held is gone. */
	close(): Promise<void>;
}

/** The statements that every engine begins with: nothing is loaded from outside, and no setting changes later. */
export const SETTINGS = [
	'set autoinstall_known_extensions = false',
	'set autoload_known_extensions = false',
	"set default_null_order = 'nulls_last'",
	'set enable_external_access = false',
	// nothing here outlives the engine: a checkpoint at every few row groups only takes time
	"set checkpoint_threshold = '1TB'",
	// it plans tables away that are empty while a statement is prepared: what is put in later would never be seen
	"set disabled_optimizers = 'statistics_propagation'",
	// a range join of many rows (IE_JOIN) that was planned once traps when it serves again; merged piecewise it doesn't
	'set merge_join_threshold = 1000000000000',
	'set lock_configuration = true'
];
