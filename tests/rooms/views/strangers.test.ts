import { describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
	vi.stubGlobal('localStorage', { getItem: () => null });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
import { EMPTY_RESULTS } from '../../../src/lib/sql/rows';
import { strangers } from '../../../src/lib/views/strangers';
import { policyWith } from '../../support/policy';
import { unitRow } from '../../support/rows';

const policy = policyWith();
const card = policy.scorecards[0]!;
const results = {
	...EMPTY_RESULTS,
	units: [unitRow({ name: '城东' })]
};
const unknown = (query: string): string[] =>
	strangers(new URL(`http://localhost/month?${query}`), { results, policies: [policy], hasDraft: false }).map(
		({ name, value }) => `${name} ${value}`
	);

describe('what an address names', () => {
	it('is said where it isn’t there, each by its name', () => {
		expect(unknown('p=2026-13&u=team&c=x&branch=B9&version=v0&a=v1&b=draft&line=y&vs=2026&of=fees')).toEqual([
			'p 2026-13',
			'u team',
			'c x',
			'branch B9',
			'version v0',
			'version v1',
			'version draft',
			'line y',
			'vs 2026',
			'of fees'
		]);
		expect(unknown('p=2026-09&vs=2026Q3')).toEqual(['vs 2026Q3']);
	});

	it('is silent where all is there', () => {
		const said = `p=2026-09&u=person&c=${card.scorecard}&branch=B1&version=${policy.policy}`;
		expect(unknown(`${said}&line=${card.lines[0]!.line}&vs=2026-08&of=tickets&seed=x&unit=`)).toEqual([]);
		expect(unknown('line=merits')).toEqual([]);
		expect(unknown('')).toEqual([]);
	});
});
