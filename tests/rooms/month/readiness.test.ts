import { describe, expect, it, vi } from 'vitest';
import { STATUTORY } from '../../../src/lib/calendar/workdays';
import type { WorkFile } from '../../../src/lib/record/file';
import { readiness } from '../../../src/lib/month/readiness';
import { type ReadyItem } from '../../../src/lib/month/ready-item';
import type { Results } from '../../../src/lib/sql/rows';
import { factsFiles, noFacts } from '../../support/facts-files';
import type { Facts } from '../../oracle/facts';
import { policyWith } from '../../support/policy';
import { results } from '../../support/scored';

// the words of periods look for a language in the browser's storage
vi.hoisted(() => {
	vi.stubGlobal('localStorage', { getItem: () => null });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

const MONTH = '2026-10';
/** A working day of each week of October 2026 (1-7 are off). */
const DAYS = ['2026-10-08', '2026-10-13', '2026-10-20', '2026-10-27'];

/** Two branches of which nothing is missing. */
function whole(): Facts {
	const facts = noFacts();
	for (const branch of ['B01', 'B02']) {
		facts.attendance.push({
			month: MONTH,
			branch,
			person: `${branch}-1`,
			due_days: '17',
			attended_days: '17'
		});
		for (const role of ['self', 'group'] as const)
			facts.ratings.push({ month: MONTH, branch, person: `${branch}-1`, role, rater: 'R', score: '90' });
		for (const day of DAYS) {
			const id = `${branch}-${day}`;
			facts.callbacks.push({
				callback: id,
				branch,
				person: `${branch}-1`,
				ticket: null,
				called_at: `${day} 10:00:00`,
				result: 'reached',
				satisfaction: 5
			});
			facts.tickets.push({
				ticket: id,
				branch,
				person: null,
				kind: 'complaint',
				received_at: `${day} 10:00:00`,
				due_at: null,
				resolved_at: `${day} 11:00:00`,
				status: null
			});
			facts.spot_checks.push({
				check: id,
				branch,
				person: null,
				checked_at: `${day} 10:00:00`,
				subject: 'service_skill',
				passed: 'yes',
				ref: null
			});
		}
	}
	return facts;
}
type Given = Parameters<typeof readiness>[0];

async function givenOf(facts: Facts): Promise<Given> {
	const policy = policyWith();
	const found = await results(factsFiles(facts), [policy]);
	return {
		month: MONTH,
		results: found,
		policy,
		calendar: STATUTORY,
		gaps: found.gaps.filter((g) => g.month === MONTH),
		files: [],
		unread: [],
		ledger: [],
		appeals: [],
		sealed: new Set(),
		unitKind: 'branch'
	};
}
const items = async (facts: Facts, more: Partial<Given> = {}): Promise<ReadyItem[]> =>
	readiness({ ...(await givenOf(facts)), ...more });
const ids = async (change: (facts: Facts) => void): Promise<string[]> => {
	const facts = whole();
	change(facts);
	return (await items(facts)).map((i) => i.id);
};

describe('readiness', () => {
	it('lists nothing where nothing is missing, and exactly what is taken away', async () => {
		expect(await ids(() => {})).toEqual([]);
		expect(await ids((f) => f.callbacks.splice(1, 1))).toEqual(['no_rows/B01/callbacks/2026-10-12']);
		expect(await ids((f) => f.tickets.splice(2, 1))).toEqual(['no_rows/B01/tickets/2026-10-19']);
		expect(await ids((f) => f.spot_checks.splice(7, 1))).toEqual(['few_checks/B02/spot_checks/2026-10-26']);
		expect(await ids((f) => f.ratings.splice(1, 1))).toEqual(['no_rating/B01/group']);
		expect(await ids((f) => f.attendance.splice(1, 1))).toEqual(['no_attendance/B02', 'incomplete/B02']);
	});

	it('lists rejected records and people who aren’t known, by file, and a faulty policy', async () => {
		const file = {
			path: '回访.csv',
			sha256: 'a'.repeat(64),
			number: 7,
			aside: [{ branch: 'B01', month: MONTH, records: 3 }],
			how: { warnings: [] },
			warnings: [],
			tally: { rejected: 3 },
			rejects: [
				{ code: 'unknown_person', value: '赵六' },
				{ code: 'unknown_person', value: '赵六' },
				{ code: 'date', value: 'x' }
			]
		} as unknown as WorkFile;
		const found = await items(whole(), { files: [file] });
		expect(found.map((i) => [i.kind, i.fill['count']])).toEqual([
			['unknown_people', 1],
			['rejects', 1]
		]);
		const faulty = policyWith();
		faulty.scorecards[0]!.lines[0]!.weight = '31';
		const [error] = await items(whole(), { policy: faulty });
		expect([error!.kind, error!.waivable]).toEqual(['policy_error', false]);
	});

	it('lists rejected records in the months that they say, and those that say none in the months of their file', async () => {
		const file = (aside: WorkFile['aside'], number: number): WorkFile =>
			({
				path: '回访.csv',
				sha256: 'b'.repeat(64),
				number,
				dataset: 'callbacks',
				aside,
				how: { warnings: [], mapping: null },
				warnings: [],
				tally: { rejected: aside.reduce((sum, a) => sum + a.records, 0) },
				rejects: []
			}) as unknown as WorkFile;
		const { results } = await givenOf(whole());
		const counts = async (aside: WorkFile['aside'], origins: Results['origins']): Promise<unknown[]> =>
			(await items(whole(), { files: [file(aside, 9)], results: { ...results, origins } })).flatMap((i) =>
				i.kind === 'rejects' ? [[i.fill['count'], i.aside]] : []
			);
		const elsewhere = [{ source_file: 9, month: '2026-09' }];
		const here = [...elsewhere, { source_file: 9, month: MONTH }];
		const both = [
			{ branch: 'B01', month: '2026-09', records: 5 },
			{ branch: 'B01', month: MONTH, records: 2 },
			{ branch: null, month: null, records: 1 }
		];
		expect(await counts(both.slice(0, 1), here)).toEqual([]);
		expect(await counts(both, here)).toEqual([[3, both.slice(1)]]);
		// a record without a date in a file of September is none of October
		expect(await counts(both.slice(2), elsewhere)).toEqual([]);
		expect(await counts(both, elsewhere)).toEqual([[2, both.slice(1, 2)]]);
		expect(await counts(both.slice(2), [])).toEqual([[1, both.slice(2)]]);
	});
});
