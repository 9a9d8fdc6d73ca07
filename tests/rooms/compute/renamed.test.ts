import { beforeAll, describe, expect, it } from 'vitest';
import { payroll } from '../../../src/lib/month/payroll';
import type { Policy } from '../../../src/lib/policy/schema';
import type { Results } from '../../../src/lib/sql/rows';
import { yearSheet } from '../../../src/lib/views/book/year-sheet';
import { paperOf } from '../../../src/lib/views/paper/papers';
import { unitYears } from '../../../src/lib/views/years';
import { policyWith } from '../../support/policy';
import { results } from '../../support/scored';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
/** Ten calls a branch and month; B2 is called B9 from September on, and does better than B1 in each month but July. */
const calls = MONTHS.flatMap((month) =>
	['B1', month < '2026-09' ? 'B2' : 'B9'].flatMap((branch, i) =>
		Array.from({ length: 10 }, (_, n) => {
			const day = String(5 + n).padStart(2, '0');
			const good = n < (i === 0 ? 7 : month === '2026-07' ? 6 : 9);
			return `${month}-${branch}-${String(n)},${branch},P${branch},${month}-${day} 09:00:00,已完成,${good ? '满意' : '不满意'}`;
		})
	)
);
const files = [
	file('callbacks.csv', `回访编号,分部,回访人,回访时间,回访结果,满意度\n${calls.join('\n')}\n`),
	file(
		'branches.csv',
		'branch,name,opened_on,停业日期,并入分部\nB1,甲,2019-01-01,,\nB2,乙,2019-01-01,2026-08-31,B9\nB9,新乙,2026-09-01,,\n'
	),
	file(
		'people.csv',
		'person,name,branch,post,from,to\nPB1,甲,B1,客服,2019-01-01,\nPB2,乙,B2,客服,2019-01-01,2026-08-31\nPB9,丙,B9,客服,2026-09-01,\n'
	)
];

function policyOf(): Policy {
	const policy = policyWith({ missing_line: 'renormalise', unit: 'branch', blend: 'kpi_only' });
	const [card] = policy.scorecards;
	const satisfied = card!.lines.find((line) => line.measure === 'satisfaction')!;
	card!.lines = [{ ...satisfied, weight: '100' }];
	policy.scorecards = [card!];
	policy.awards[0]!.split = 'equal';
	return policy;
}

describe('a branch that got another name', () => {
	const policy = policyOf();
	let found: Results;
	beforeAll(async () => {
		found = await results(files, [policy]);
	});

	it('has one quarter, one year and its prizes under the last name', () => {
		const ranked = (period: string) =>
			found.rankings.flatMap((r) => (r.period === period && r.unit_kind === 'branch' ? [r.unit] : []));
		expect(ranked('2026-08').sort()).toEqual(['B1', 'B2']);
		expect(ranked('2026Q3').sort()).toEqual(['B1', 'B9']);
		const years = found.years.filter((y) => y.unit_kind === 'branch');
		expect(years.map((y) => [y.unit, y.months, y.missing ?? '', y.prizes]).sort()).toEqual([
			['B1', 6, '', 1],
			['B9', 6, '', 1]
		]);
	});

	it('goes on in its years, its months under either name', () => {
		const view = unitYears(found, () => policy, 'branch', 'B9')!;
		const [year] = view.years;
		expect(year!.months.map((m) => m !== null)).toEqual(
			Array.from({ length: 12 }, (_, i) => i >= 4 && i < 10)
		);
		expect([year!.counted, year!.quarters.length, year!.prizes.length]).toEqual([6, 1, 1]);
		expect(view.lines[0]!.years[0]!.months).toBe(6);
		// the other has no month of anyone else
		expect(unitYears(found, () => policy, 'branch', 'B1')!.years[0]!.counted).toBe(6);
	});

	it('has one sheet for its annual review, with the lines and totals of all its months', () => {
		const { sheets } = paperOf('annual', {
			...{ lang: 'zh', results: found, posts: found.units, policy, period: '2026', kind: 'branch' },
			...{ stamp: { months: [], policies: [] }, published: null, plans: [] }
		})!;
		const tables = sheets.map((blocks) =>
			blocks.flatMap((b) => (b.kind === 'table' && b.rows.length === 12 ? b.rows : []))
		);
		expect(tables.map((rows) => rows.filter((row) => row.at(-1) !== '').length)).toEqual([6, 6]);
		expect(tables.flatMap((rows) => rows.slice(4, 10).map((row) => row[1])).includes('—')).toBe(false);
		const sheet = yearSheet('zh', {
			...{ results: found, policyIn: () => policy, kind: 'branch', unit: 'B9', year: '2026', name: '年' },
			scores: new Map()
		});
		expect(sheet.rows.filter((row) => row[2]?.value != null && row[2].look !== 'head')).toHaveLength(6);
	});

	it('shares its prize among the people that it had under either name', () => {
		const lines = payroll({
			results: found,
			policy,
			events: [],
			prizes: found.awards.filter((a) => a.unit === 'B9'),
			months: ['2026-07', '2026-08', '2026-09'],
			days: new Map()
		});
		expect(lines.map((l) => [l.person, l.amount])).toEqual([
			['PB2', '250.00'],
			['PB9', '250.00']
		]);
	});
});
