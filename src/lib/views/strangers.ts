import type { Policy } from '../policy/schema';
import { PERIOD } from '../calendar/period';
import { unitNames } from '../compute/names';
import type { Results } from '../sql/rows';

/** What an address may name, as the words `address.<name>` call it. */
export type AddressPart =
	'p' | 'u' | 'c' | 'branch' | 'version' | 'line' | 'vs' | 'by' | 'stage' | 'kind' | 'of';

/** What an address names. */
export interface Stranger {
	name: AddressPart;
	value: string;
}

/** What a line's place on a card may be besides a line of the policy. */
const BESIDE = ['self', 'leader', 'group', 'merits', 'audit'];

/** What an address names that isn't there: it is said, since the page shows something else in its place. */
export function strangers(
	url: URL,
	{ results, policies, hasDraft }: { results: Results; policies: Policy[]; hasDraft: boolean }
): Stranger[] {
	const cards = policies.flatMap((p) => p.scorecards);
	const versions = [...policies.map((p) => p.policy), ...(hasDraft ? ['draft'] : [])];
	const lines = cards.flatMap((c) => c.lines.map((l) => l.line));
	const isVersion = (value: string): boolean => versions.includes(value);
	const period = url.searchParams.get('p');
	const checks: Record<string, [name: AddressPart, is: (value: string) => boolean]> = {
		p: ['p', (value) => PERIOD.test(value)],
		u: ['u', (value) => value === 'branch' || value === 'person'],
		c: ['c', (value) => cards.some((c) => c.scorecard === value)],
		branch: ['branch', (value) => unitNames(results).has(`branch/${value}`)],
		version: ['version', isVersion],
		a: ['version', isVersion],
		b: ['version', isVersion],
		line: ['line', (value) => [...BESIDE, ...lines].includes(value)],
		vs: ['vs', (value) => PERIOD.test(value) && (period === null || value.length === period.length)],
		of: ['of', (value) => value === 'callbacks' || value === 'tickets']
	};
	return [...url.searchParams].flatMap(([key, value]): Stranger[] => {
		if (value === '') return [];
		const check = checks[key];
		return !check || check[1](value) ? [] : [{ name: check[0], value }];
	});
}
