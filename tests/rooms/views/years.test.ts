import type { Policy } from '../../../src/lib/policy/schema';
import { describe, expect, it } from 'vitest';
import { EMPTY_RESULTS, type Results } from '../../../src/lib/sql/rows';
import { paperOf } from '../../../src/lib/views/paper/papers';
import { unitYears } from '../../../src/lib/views/years';
import { policyWith } from '../../support/policy';
import { awardRow, lineRow, rankingRow, totalRow, unitRow } from '../../support/rows';

const policy = policyWith({ unit: 'person' });
const of = { unit_kind: 'person' as const, unit: 'P1' };
/** November and December in B1, January and March in B2 as another post; February without data, April without the person. */
const MONTHS: [month: string, branch: string, post: string, total: string | null, rank: number | null][] = [
	['2025-11', 'B1', '客服', '91.25', 2],
	['2025-12', 'B1', '客服', '88.5', 5],
	['2026-01', 'B2', '坐席', '93', 1],
	['2026-03', 'B2', '坐席', null, null]
];
const results: Results = {
	...EMPTY_RESULTS,
	rules: ['2025-11', '2025-12', '2026-01', '2026-03', '2026-04'].map((month) => ({
		month,
		policy: 'handbook-1'
	})),
	units: [
		...MONTHS.map(([month, branch, post]) => unitRow({ ...of, month, branch, post, name: '王五' })),
		unitRow({ month: '2026-01', unit_kind: 'branch', unit: 'B2', name: '湖畔' })
	],
	totals: [
		...MONTHS.map(([month, , , total]) =>
			totalRow({ ...of, month, total, ...(total === null && { status: 'incomplete' as const }) })
		),
		totalRow({ ...of, unit: 'P2', month: '2026-04', total: '99' })
	],
	rankings: [
		...MONTHS.flatMap(([month, , , total, rank]) =>
			rank === null ? [] : [rankingRow({ ...of, period: month, total: total!, rank, ranked_units: 9 })]
		),
		rankingRow({ ...of, period: '2025-11~2026-01', total: '90.916667', rank: 1 })
	],
	years: [
		{
			...{ ...of, period: '2025', scorecard: 'staff', mean: '89.875', months: 2, missing: '', prizes: 0 },
			...{ reading: 'mean', sum: null, rank: 3 }
		}
	],
	awards: [
		awardRow({ ...of, period: '2025-11~2026-01', amount: '500' }),
		awardRow({ ...of, period: '2026Q1', amount: '300.5' })
	],
	lines: [
		lineRow({ ...of, month: '2025-11', line: 'service_skill', points: '30', weight: '30' }),
		lineRow({ ...of, month: '2025-12', line: 'service_skill', points: '25', weight: '30' }),
		lineRow({ ...of, month: '2026-01', line: 'service_skill', points: null, weight: '30' }),
		lineRow({ ...of, month: '2026-01', line: 'satisfaction', points: '9', weight: '10' })
	]
};
const view = unitYears(results, () => policy, 'person', 'P1')!;

describe('the years of a person', () => {
	it('stand beside each other with months, mean, rank, prizes and the best and worst month', () => {
		expect(view.years.map(({ year }) => year)).toEqual(['2026', '2025']);
		const [now, before] = view.years;
		expect(before!.months.map((m) => m?.total ?? null).slice(10)).toEqual(['91.25', '88.5']);
		expect([before!.mean, before!.rank, before!.rankedUnits, before!.counted]).toEqual(['89.875', 3, 1, 2]);
		expect([before!.best?.month, before!.worst?.month]).toEqual(['2025-11', '2025-12']);
		// a span belongs to the year that it ends in
		expect(before!.quarters).toEqual([]);
		expect(now!.quarters.map(({ period }) => period)).toEqual(['2025-11~2026-01']);
		expect([now!.prizes.length, now!.paid]).toEqual([2, '800.5']);
		expect(now!.months.map((m) => m && [m.total, m.rank]).slice(0, 4)).toEqual([
			['93', 1],
			null,
			[null, null],
			null
		]);
	});

	it('pay nothing where the other kind of unit is paid', () => {
		const branchPaid = unitYears(results, () => policyWith(), 'person', 'P1')!;
		expect(branchPaid.years.map(({ paid, prizes }) => [paid, prizes.length])).toEqual([
			['0', 0],
			['0', 0]
		]);
	});

	it('have the mean points of each line in the months that had any', () => {
		expect(
			view.lines.map(({ line, years }) => [line, ...years.map((y) => y && [y.points, y.months])])
		).toEqual([
			['service_skill', null, ['27.50', 2]],
			['satisfaction', ['9.00', 1], null]
		]);
	});

	it('tell posts held and moves; a month without data is no break, one without the person is', () => {
		expect(view.spells.map(({ from, to, branch, post }) => [from, to, branch, post])).toEqual([
			['2026-01', '2026-03', 'B2', '坐席'],
			['2025-11', '2025-12', 'B1', '客服']
		]);
		const later = {
			...results,
			units: [...results.units, unitRow({ ...of, month: '2026-05', branch: 'B2', post: '坐席' })]
		};
		later.rules = [...results.rules, { month: '2026-05', policy: 'handbook-1' }];
		const back = unitYears(later, () => policy, 'person', 'P1')!;
		expect(back.spells[0]).toMatchObject({ from: '2026-05', to: '2026-05' });
		expect(unitYears(results, () => policy, 'person', 'P9')).toBeNull();
	});

	it('make a sheet to be signed, of one or of all who were there', () => {
		const source = {
			...{
				lang: 'zh' as const,
				results,
				policy,
				period: '2026',
				kind: 'person' as const,
				posts: results.units
			},
			...{ stamp: { policies: [], months: [] }, published: null, plans: [] }
		};
		expect(paperOf('annual', source)!.sheets).toHaveLength(2);
		const paper = paperOf('annual', source, ['P1'])!;
		const text = JSON.stringify(paper.sheets);
		for (const said of ['2026 年度考核表', '王五', '湖畔', '坐席', '93.00', '¥800.50', '任职与调动', '评语'])
			expect(text).toContain(said);
		expect(paperOf('annual', { ...source, period: '2024' })).toBeNull();
	});

	it('name posts of sealed months too, and put points of another weight on the last one', () => {
		const own = of;
		const months = ['2025-01', '2025-02'];
		const source: Results = {
			...EMPTY_RESULTS,
			rules: months.map((month) => ({ month, policy: 'handbook-1' })),
			// a sealed month names no post
			units: months.map((month, i) => unitRow({ ...of, month, branch: 'B1', post: i === 0 ? null : '客服' })),
			totals: [...months, '2025-03'].map((month) => totalRow({ ...own, month, total: '90' })),
			rankings: months.map((period) => rankingRow({ ...own, period, total: '90', rank: 1 })),
			lines: [
				lineRow({ ...own, month: '2025-01', line: 'service_skill', points: '30', weight: '30' }),
				lineRow({ ...own, month: '2025-02', line: 'service_skill', points: '5', weight: '10' }),
				// a month that isn't ranked doesn't count
				lineRow({ ...own, month: '2025-03', line: 'service_skill', points: '0', weight: '10' })
			]
		};
		const posts = source.units.map((u) => ({ ...u, post: '客服' }));
		const found = unitYears(source, () => policy, 'person', 'P1', posts)!;
		expect(found.spells.map((s) => [s.from, s.to, s.post])).toEqual([['2025-01', '2025-02', '客服']]);
		expect(found.lines[0]!.years).toMatchObject([{ points: '7.50', weight: '10', months: 2 }]);
	});

	it('name a line as it was called in each year', () => {
		const called = (zh: string): Policy => {
			const version = structuredClone(policy);
			version.scorecards[0]!.lines.find((l) => l.line === 'satisfaction')!.title.zh = zh;
			return version;
		};
		const source: Results = {
			...EMPTY_RESULTS,
			totals: ['2025-12', '2026-01'].map((month) => totalRow({ ...of, month, total: '90' })),
			rankings: ['2025-12', '2026-01'].map((period) => rankingRow({ ...of, period, total: '90', rank: 1 })),
			lines: ['2025-12', '2026-01'].map((month) =>
				lineRow({ ...of, month, line: 'satisfaction', points: '9' })
			)
		};
		const policyIn = (month: string): Policy => called(month < '2026' ? '旧名' : '新名');
		const [line] = unitYears(source, policyIn, 'person', 'P1')!.lines;
		expect([line!.title.zh, ...line!.years.map((y) => y?.title.zh)]).toEqual(['新名', '新名', '旧名']);
	});
});
