import type { Results } from '../sql/rows';
import { monthResults, resultsHash } from '../month/month-results';

const hashes = new WeakMap<Results, Map<string, Promise<string>>>();

/** The hash of a month's results, made once for results that don't change. */
export function hashOf(results: Results, month: string): Promise<string> {
	const known = hashes.get(results) ?? new Map<string, Promise<string>>();
	hashes.set(results, known);
	const hash = known.get(month) ?? resultsHash(monthResults(results, month));
	known.set(month, hash);
	return hash;
}
