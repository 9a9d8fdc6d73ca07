import { describe, expect, it } from 'vitest';
import { runTrial } from '../../../src/lib/compute/trial';
import { ratedQuery } from '../../../src/lib/reports/rated-query';
import { readSql } from '../../../src/lib/sql/read';
import { heldUnits, ratersOf, type RatedRow } from '../../../src/lib/views/raters';
import { newLine } from '../../../src/lib/policy/new-line';
import { policyWith } from '../../support/policy';
import { computed, engine, load, results } from '../../support/scored';

const row = (
	month: string,
	rater: string,
	person: string,
	score: number,
	role: RatedRow['role'] = 'group'
) => ({
	...{ month, branch: 'B1', person, role, rater, score }
});
const people = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
/** Three of the group rate six people alike; of P7 there are two scores. */
const rows: RatedRow[] = [
	...['2026-09', '2026-10'].flatMap((month) =>
		['G1', 'G2', 'G3'].flatMap((rater, r) =>
			people.map((person, p) =>
				row(month, rater, person, 85 + p + (r === 2 ? (month === '2026-10' ? -8 : -1) : 0))
			)
		)
	),
	row('2026-10', 'G1', 'P7', 60),
	row('2026-10', 'G2', 'P7', 61),
	row('2026-10', 'L1', 'P1', 88, 'leader')
];

describe('the raters of a month', () => {
	it('leave out people whom too few of the group rated, mark who is far off, and tell who moved', () => {
		const { raters, held } = ratersOf(rows, '2026-10', 3);
		expect(held).toBe(2);
		const [first] = raters;
		expect([first!.rater, first!.marks, first!.given, first!.moved]).toEqual(['G3', ['strict'], 6, -7]);
		expect(raters.find((r) => r.rater === 'L1')!.distance).toBeNull();
		// nobody learns of G1 and G2 what they gave to P7
		expect(raters.find((r) => r.rater === 'G1')!.mean).toBe(87.5);
		// P7's scores are in the branch's, and where the staff's mean is scored in everybody's there
		expect([...heldUnits(rows, '2026-10', 3, false)]).toEqual(['branch/B1', 'person/P7']);
		expect(heldUnits(rows, '2026-10', 3, true).size).toBe(8);
		expect(heldUnits(rows, '2026-09', 3, true).size).toBe(0);
		expect(ratersOf(rows, '2026-11', 3)).toEqual({ raters: [], held: 0 });
	});

	it('are told with what totals would be without one: those of the files without the sheets', async () => {
		const sheet = (rater: string, by: number): string =>
			['P1', 'P2'].map((p, i) => `2026-10,B1,${p},小组,${rater},${String(90 + by + i)}`).join('\n');
		const file = (...sheets: string[]) => ({
			path: 'ratings.csv',
			bytes: new TextEncoder().encode(`月份,分部,被考核人,考核者,考核人,考核得分\n${sheets.join('\n')}\n`)
		});
		const callbacks = {
			path: 'callbacks.csv',
			bytes: new TextEncoder().encode(
				'回访编号,分部,回访人,回访时间,回访结果,满意度\nC1,B1,P1,2026-10-05 09:00:00,已完成,满意\nC2,B1,P2,2026-10-05 09:00:00,已完成,满意\n'
			)
		};
		const policy = policyWith({ unit: 'person', missing_line: 'renormalise' });
		const wanted = await results([file(sheet('R1', 0), sheet('R2', 4)), callbacks], [policy]);
		const db = await engine();
		await load([file(sheet('R1', 0), sheet('R2', 4), sheet('R3', -30)), callbacks], [policy], db);
		await computed(db);
		const given = await db.rows(ratedQuery(['2026-10']));
		expect(given.map((r) => r['rater'])).toEqual(['R1', 'R1', 'R2', 'R2', 'R3', 'R3']);
		const tried = async (without: { role: string; rater: string }[]) =>
			(
				await runTrial(db, readSql, {
					...{ inForce: [policy], policies: [policy], adjustments: [], readings: [], without },
					...{ months: ['2026-10'], unitKind: 'person', period: '2026-10' }
				})
			).rankings.map((r) => `${r.unit} ${r.total} ${String(r.rank)}`);
		const stands = await tried([]);
		const without = await tried([{ role: 'group', rater: 'R3' }]);
		expect(without).toEqual(
			wanted.rankings
				.filter((r) => r.unit_kind === 'person' && r.period === '2026-10')
				.map((r) => `${r.unit} ${r.total} ${String(r.rank)}`)
				.sort()
		);
		expect(without).toHaveLength(2);
		expect(without).not.toEqual(stands);
		// it is taken back
		expect(await tried([])).toEqual(stands);
		expect(await tried([{ role: 'leader', rater: 'R3' }])).toEqual(stands);
	});

	it('are left out of a line that scores their sheets, too', async () => {
		const sheet = (rater: string, score: number): string => `2026-10,B1,P1,小组,${rater},${String(score)}`;
		const file = (...sheets: string[]) => ({
			path: 'ratings.csv',
			bytes: new TextEncoder().encode(`月份,分部,被考核人,考核者,考核人,考核得分\n${sheets.join('\n')}\n`)
		});
		const policy = policyWith({ missing_line: 'renormalise' });
		const [card] = policy.scorecards;
		const line = newLine('own_a', 'cooperation', { zh: '协作', en: 'co-operation' }, [], true);
		card!.lines = [{ ...line, weight: '100', target: '100' }];
		const all = [sheet('R1', 90), sheet('R2', 92)];
		const wanted = await results([file(...all)], [policy]);
		const db = await engine();
		await load([file(...all, sheet('R3', 20))], [policy], db);
		await computed(db);
		const { rankings } = await runTrial(db, readSql, {
			...{ inForce: [policy], policies: [policy], adjustments: [], readings: [] },
			without: [{ role: 'group', rater: 'R3' }],
			...{ months: ['2026-10'], unitKind: 'branch', period: '2026-10' }
		});
		const [is] = wanted.rankings.filter((r) => r.unit_kind === 'branch' && r.period === '2026-10');
		expect(rankings.map((r) => r.total)).toEqual([is!.total]);
	});
});
