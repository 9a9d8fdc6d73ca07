import type { Results } from '../engine/rows';

export type { Results };

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
