import { describe, expect, it } from 'vitest';
import { LIST_HEADERS, outstanding } from '../../../src/lib/intake/answers';
import { load } from '../../support/scored';
import { policyWith } from '../../support/policy';

const HEADER = 'callback,branch,person,called_at,result,satisfaction';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const source = [
	HEADER,
	'H1,B01,P1,2026-10-01 10:00:00,reached,5',
	'H2,B01,P1,2026-10-41 10:00:00,reached,5',
	'H3,B02,P2,2026-10-03 10:00:00,perhaps,5',
	'H4,B02,P2,2026-09-03 10:00:00,perhaps,5'
].join('\n');

/** The list of what was rejected, as the page saves it, with some of its records mended. */
const listOf = (rejects: Awaited<ReturnType<typeof load>>[0]['rejects'], mended: string[]): string =>
	[
		[HEADER, ...LIST_HEADERS].join(','),
		...rejects.map((r, i) =>
			[mended[i], 'callbacks.csv', r.line, r.column, r.value, r.code, 'x', r.mark].join(',')
		)
	].join('\n');

describe('a corrected list of rejects', () => {
	it('retires the rejects that its records answer, wherever those may belong', async () => {
		const [first] = await load([{ path: 'callbacks.csv', bytes: bytes(source) }], [policyWith()]);
		expect(first!.rejects.map((r) => r.record)).toEqual([2, 3, 4]);
		const list = listOf(first!.rejects.slice(0, 2), [
			'H2,B01,P1,2026-10-14 10:00:00,reached,5',
			'H3,B02,P2,2026-10-03 10:00:00,reached,5'
		]);
		const both = await load(
			[
				{ path: 'callbacks.csv', bytes: bytes(source) },
				{ path: 'mended.csv', bytes: bytes(list) }
			],
			[policyWith()]
		);
		const files = both.map((f) => ({ ...f, ...f.outcome }));
		expect(files.map((f) => f.tally.rejected)).toEqual([3, 0]);
		// the list's own headers are no unknown columns
		expect(files[1]!.how.warnings).toEqual([]);
		const left = outstanding(files).find((f) => f.path === 'callbacks.csv')!;
		expect(left.rejects.map((r) => r.record)).toEqual([4]);
		expect(left.aside).toEqual([{ branch: 'B02', month: '2026-09', records: 1, at: [4] }]);
		// without the list they stand again
		expect(outstanding(files.filter((f) => f.path === 'callbacks.csv'))[0]!.rejects).toHaveLength(3);
	});

	it('knows a record that has moved, and answers no other that stands in its place', async () => {
		const [first] = await load([{ path: 'callbacks.csv', bytes: bytes(source) }], [policyWith()]);
		const list = listOf(first!.rejects, [
			'H2,B01,P1,2026-10-14,reached,5',
			'H3,B02,P2,2026-10-03,reached,5',
			''
		]);
		const changed = source.replace('H1,B01,P1,2026-10-01 10:00:00,reached,5\n', '');
		const both = await load(
			[
				{ path: 'callbacks.csv', bytes: bytes(changed) },
				{ path: 'mended.csv', bytes: bytes(list) }
			],
			[policyWith()]
		);
		const files = both.map((f) => ({ ...f, ...f.outcome }));
		const left = outstanding(files).find((f) => f.path === 'callbacks.csv')!;
		expect(left.rejects.map((r) => r.record)).toEqual([3]);
	});
});
