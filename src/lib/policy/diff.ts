import type { Policy } from './schema';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** One thing that differs between two policies: where (keys, with the ids of list entries), and both values as JSON texts; null where it is absent. */
export interface RuleChange {
	path: string[];
	was: string | null;
	is: string | null;
}

/** What names an entry of a list, so that a moved entry is the same entry. */
export const IDS = ['scorecard', 'line', 'rater', 'type', 'award', 'kind', 'rank', 'grade'];
/** What says which version it is, not what the rules are. */
const HEAD = new Set(['$schema', 'policy', 'in_force_from', 'author', 'reason']);

/** Where two policies differ, in the order of the first; what says which version it is (name, month, author, reason) is left out. */
export const comparePolicies = (a: Policy, b: Policy): RuleChange[] => {
	const rules = (policy: Policy): Record<string, Json> =>
		Object.fromEntries(Object.entries(policy).filter(([key]) => !HEAD.has(key)));
	return differences([], rules(a), rules(b));
};

function differences(path: string[], a: Json | undefined, b: Json | undefined): RuleChange[] {
	if (JSON.stringify(a) === JSON.stringify(b)) return [];
	const left = keyed(a);
	const right = keyed(b);
	if (!left || !right) return [{ path, was: spell(a), is: spell(b) }];
	const keys = [...new Set([...left.keys(), ...right.keys()])];
	return keys.flatMap((key) => differences([...path, key], left.get(key), right.get(key)));
}

/** The entries of an object or list by key; null for anything else. */
function keyed(node: Json | undefined): Map<string, Json> | null {
	if (node === null || typeof node !== 'object') return null;
	if (!Array.isArray(node)) return new Map(Object.entries(node));
	const idOf = (entry: Json, i: number): string => {
		if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return String(i + 1);
		const id = IDS.find((key) => key in entry);
		return id === undefined ? String(i + 1) : JSON.stringify(entry[id]).replaceAll('"', '');
	};
	const entries = node.map((entry, i) => [idOf(entry, i), entry] as const);
	const distinct = new Set(entries.map(([id]) => id)).size === entries.length;
	return new Map(distinct ? entries : node.map((entry, i) => [String(i + 1), entry]));
}

const spell = (node: Json | undefined): string | null =>
	node === undefined ? null : typeof node === 'string' ? node : JSON.stringify(node);

/** The readings in which two policies differ. */
export function changedReadings(a: Policy, b: Policy): string[] {
	const names = new Set([...Object.keys(a.readings), ...Object.keys(b.readings)]);
	return [...names].filter((name) => JSON.stringify(a.readings[name]) !== JSON.stringify(b.readings[name]));
}
