import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/lib/sql/read';
import { readResults } from '../../../src/lib/compute/results';
import { choosePolicies, loadSealed } from '../../../src/lib/compute/inputs';
import { compute } from '../../../src/lib/compute/run';
import type { Row } from '../../../src/lib/engine/engine';
import { policyTables } from '../../../src/lib/policy/tables';
import type { Policy } from '../../../src/lib/policy/schema';
import type { Seal } from '../../../src/lib/record/seal';
import { monthResults, resultsHash } from '../../../src/lib/month/month-results';
import type { Results } from '../../../src/lib/sql/rows';
import { sealedRows } from '../../../src/lib/work/seals';
import { policyWith } from '../../support/policy';
import { engine, load } from '../../support/scored';

const MONTHS = ['2026-07', '2026-08', '2026-09'];
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

/** Three months in which B1 and B2 tie for the first place and B3 comes after them. */
const files = [
	file('branches.csv', 'branch,name\nB1,城东\nB2,城西\nB3,城南\n'),
	file(
		'spot_checks.csv',
		'check,branch,checked_at,subject,passed\n' +
			MONTHS.map((m) => `${m}-c,B3,${m}-06 10:00:00,专业技能,不合格\n`).join('')
	)
];

async function computed(policy: Policy, seals: Map<string, Seal>): Promise<Results> {
	const db = await engine();
	await load(files, [policy]);
	await choosePolicies(db, policyTables([policy]));
	await loadSealed(db, sealedRows(seals));
	await compute(db, readSql);
	return readResults(db);
}

const prizes = (results: Results): string[] =>
	results.awards.map((a) => `${a['period']} ${a['unit']} ${String(a['rank'])} ${a['amount']}`);
const branchesOf = (rows: Row[]): Row[] => rows.filter((r) => r['unit_kind'] === 'branch');

describe('what sealed months hold', () => {
	it('goes on into ranks, prizes and the year, whatever the rules say later', async () => {
		const before = policyWith({ missing_line: 'full_marks', blend: 'kpi_only' });
		const as = await computed(before, new Map());
		expect(prizes(as)).toEqual(['2026Q3 B1 1 500', '2026Q3 B2 1 500', '2026Q3 B3 3 200']);
		const seals = new Map(
			MONTHS.map((month): [string, Seal] => [month, { month, ...monthResults(as, month) } as unknown as Seal])
		);
		const after = policyWith({
			missing_line: 'full_marks',
			blend: 'kpi_only',
			tie_rule: 'dense',
			year_reading: 'prizes'
		});
		const open = await computed(after, new Map());
		expect(prizes(open)).toEqual(['2026Q3 B1 1 500', '2026Q3 B2 1 500', '2026Q3 B3 2 300']);
		const now = await computed(after, seals);
		expect(prizes(now)).toEqual(prizes(as));
		for (const month of MONTHS) {
			const [stand, was] = [monthResults(now, month), monthResults(as, month)];
			expect(stand.rankings).toEqual(was.rankings);
			expect(await resultsHash(stand)).toBe(await resultsHash(was));
		}
		expect(branchesOf(now.years).map((y) => [y['unit'], y['prizes']])).toEqual([
			['B1', 1],
			['B2', 1],
			['B3', 1]
		]);
		// reopened, the quarter's last month follows the rules of today
		seals.delete('2026-09');
		expect(prizes(await computed(after, seals))).toEqual(prizes(open));
	});
});
