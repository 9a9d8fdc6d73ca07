import type { Row } from '../engine/engine';
import type { ResultName } from '../engine/results';

/** Everything that the screens read, as computed last. */
export type Results = Record<ResultName | 'repeats', Row[]>;

export const EMPTY_RESULTS: Results = {
	lines: [],
	totals: [],
	rankings: [],
	awards: [],
	followups: [],
	units: [],
	coverage: [],
	notices: [],
	gaps: [],
	unread: [],
	origins: [],
	rules: [],
	nexts: [],
	years: [],
	repeats: []
};
