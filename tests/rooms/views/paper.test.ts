import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/lib/sheets/paper';
import { EMPTY_RESULTS, type Results, type TotalRow } from '../../../src/lib/sql/rows';
import { paperOf, type PaperName, type PaperSource } from '../../../src/lib/views/paper/papers';
import { stampText } from '../../../src/lib/views/paper/stamp';
import { policyWith } from '../../support/policy';
import { awardRow, lineRow, totalRow, unitRow } from '../../support/rows';

const policy = policyWith();
const [staff, manager] = policy.scorecards as [(typeof policy.scorecards)[0], (typeof policy.scorecards)[0]];
const branchTotal = (unit: string, more: Partial<TotalRow>): TotalRow =>
	totalRow({ month: '2026-09', unit_kind: 'branch', unit, scorecard: staff.scorecard, ...more });
const results: Results = {
	...EMPTY_RESULTS,
	rules: [{ month: '2026-09', policy: policy.policy }],
	units: [
		unitRow({
			month: '2026-09',
			unit_kind: 'person',
			unit: 'M1',
			name: '王经理',
			branch: 'B1',
			post: '呼叫中心经理'
		}),
		unitRow({ month: '2026-09', unit_kind: 'branch', unit: 'B1', name: '城东' })
	],
	totals: [
		totalRow({
			month: '2026-09',
			unit_kind: 'person',
			unit: 'M1',
			scorecard: manager.scorecard,
			total: '87.5'
		}),
		branchTotal('B1', { total: '91.1' })
	],
	lines: manager.lines.map((line) =>
		lineRow({
			month: '2026-09',
			unit_kind: 'person',
			unit: 'M1',
			scorecard: manager.scorecard,
			line: line.line,
			weight: line.weight,
			status: 'target_missing',
			points: null,
			value: null
		})
	)
};
const source = (more: Partial<PaperSource>): PaperSource => ({
	lang: 'zh',
	results,
	policy,
	posts: results.units,
	period: '2026-09',
	kind: 'person',
	stamp: { policies: [policy.policy], months: [{ month: '2026-09', seal: null }] },
	published: null,
	plans: [],
	...more
});
const sheets = (name: PaperName, more: Partial<PaperSource> = {}, units: string[] = []): Block[][] =>
	paperOf(name, source(more), units)?.sheets ?? [];
const tableOf = (blocks: Block[], at = 0) =>
	blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table')[at]!;

describe('the manager’s form', () => {
	it('has the ten indicators with weights, the targets as the text leaves them, their meaning, and no raters', () => {
		const [sheet, ...others] = sheets('appraisal');
		expect(others).toEqual([]);
		const { rows, sums } = tableOf(sheet!);
		expect(rows).toHaveLength(10);
		expect(rows[0]!.slice(0, 4)).toEqual(['1', '呼叫中心业务计划完成率', '20%', '达到 100% 以上']);
		expect(rows[5]![3]).toBe('考核期内呼叫业务量在 ______ 次以上');
		expect(rows.every((row) => row[5] === '—')).toBe(true);
		expect(sums![0]!.at(-1)).toBe('87.50');
		expect(sheet!.filter((block) => block.kind === 'table')).toHaveLength(1);
		const notes = sheet!.find((block) => block.kind === 'notes');
		expect(notes?.items).toHaveLength(10);
		const fields = sheet!.find((block) => block.kind === 'fields')!.fields;
		expect(Object.fromEntries(fields)).toMatchObject({
			被考核人: '王经理 M1',
			部门: '城东',
			职位: '呼叫中心经理',
			考核期: '2026年9月'
		});
	});

	it('speaks English where it is asked to, but for names', () => {
		const [sheet] = sheets('appraisal', { lang: 'en' });
		const said = JSON.stringify(sheet).replaceAll(/王经理|城东|呼叫中心经理/g, '');
		expect(said).not.toMatch(/[\u4e00-\u9fff]/);
	});
});

describe('papers', () => {
	it('are blank for every scorecard of the kind, and name nobody', () => {
		const blank = sheets('blank');
		expect(blank).toHaveLength(policy.scorecards.filter((c) => c.applies_to.units.includes('person')).length);
		for (const sheet of blank) {
			const fields = sheet.find((block) => block.kind === 'fields')!.fields;
			expect(fields.map(([, value]) => value)).toEqual(fields.map(() => ''));
			expect(JSON.stringify(sheet)).not.toMatch(/王经理|M1|"hit":true|87\.5/);
		}
	});

	it('are null where there is nothing to print', () => {
		for (const name of ['notice', 'appraisal', 'awards', 'plans'] as const)
			expect(paperOf(name, source({ results: EMPTY_RESULTS }))).toBeNull();
		expect(paperOf('appraisal', source({}), ['nobody'])).toBeNull();
	});

	it('say in a notice what was published, not what was computed since', () => {
		const ranked = [
			{ unit: 'B1', rank: 2, total: '90' },
			{ unit: 'B2', rank: 1, total: '95.5' },
			// closed since, and without a total
			{ unit: 'B9', rank: 3, total: '80' }
		];
		const two: Results = {
			...results,
			units: [...results.units, unitRow({ month: '2026-09', unit_kind: 'branch', unit: 'B2', name: '城西' })],
			totals: [
				...results.totals,
				branchTotal('B2', { total: '95.5', kpi_points: '96' }),
				branchTotal('B3', { total: '99' })
			]
		};
		const published = {
			number: '9',
			date: '2026-10-09',
			appealsUntil: '2026-10-14',
			plans: [{ unit: 'B1', rank: 2, due: '2026-10-13' }],
			ranked
		};
		const [sheet] = sheets('notice', { results: two, kind: 'branch', published });
		const { rows } = tableOf(sheet!);
		expect(rows.map((row) => row.slice(0, 4))).toEqual([
			['1', '城西', '95.50', '96'],
			['2', '城东', '90.00', ''],
			['3', 'B9', '80.00', ''],
			['—', 'B3', '—', '']
		]);
		expect(tableOf(sheet!, 1).rows).toEqual([['2', '城东', '2026-10-13']]);
	});

	it('pay what the awards say, to the fen', () => {
		const ranked = {
			period: '2026Q3',
			unit_kind: 'branch' as const,
			tied: true,
			ranked_units: 2,
			scorecard: staff.scorecard
		};
		const quarter: Results = {
			...results,
			rankings: ['B1', 'B2'].map((unit) => ({ ...ranked, unit, total: '91.1', rank: 1 })),
			units: [...results.units, unitRow({ month: '2026-09', unit_kind: 'branch', unit: 'B2', name: '城西' })],
			totals: [...results.totals, branchTotal('B2', { total: '91.1' })],
			awards: ['B1', 'B2'].map((unit) =>
				awardRow({
					period: '2026Q3',
					unit_kind: 'branch',
					unit,
					rank: 1,
					amount: unit === 'B1' ? '400.01' : '399.99'
				})
			)
		};
		const [sheet] = sheets('awards', { results: quarter, kind: 'branch', period: '2026Q3' });
		const { rows, sums } = tableOf(sheet!);
		expect(rows.map((row) => row.at(-3))).toEqual(['400.01', '399.99']);
		expect(sums![0]!.at(1)).toBe('800.00');
	});

	it('say which of their months are sealed, at which revision and hash', () => {
		const seal = { revision: 2, hash: 'abcdef0123456789abcdef' };
		const stamp = (months: { month: string; seal: typeof seal | null }[]): string =>
			stampText('zh', { policies: ['a', 'b'], months });
		expect(stamp([{ month: '2026-09', seal: null }])).toBe('规则 a、b；未封存');
		expect(
			stamp([
				{ month: '2026-08', seal },
				{ month: '2026-09', seal: null }
			])
		).toBe('规则 a、b；2026-08 已封存 第 2 版 abcdef0123456789；2026-09 未封存');
	});
});
