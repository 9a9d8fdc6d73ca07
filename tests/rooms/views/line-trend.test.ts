import { describe, expect, it } from 'vitest';
import { barsOption } from '../../../src/lib/charts/bars';
import { trendOption } from '../../../src/lib/charts/trend';
import { lineTrendOption } from '../../../src/lib/charts/line-trend';
import type { Palette } from '../../../src/lib/charts/waterfall';
import { edgesOf } from '../../../src/lib/policy/edges';
import { newLine } from '../../../src/lib/policy/new-line';
import { figureEdges } from '../../../src/lib/reports/figure-edges';
import { PARTS } from '../../../src/lib/reports/parts';
import { EMPTY_RESULTS, type Results } from '../../../src/lib/sql/rows';
import { lineTrend, valueTitle } from '../../../src/lib/views/line-trend';
import { policyWith } from '../../support/policy';
import { lineRow } from '../../support/rows';

const policy = policyWith();
const lineOf = (line: string) => policy.scorecards[0]!.lines.find((l) => l.line === line)!;
const satisfaction = policy.scorecards[0]!.lines.find((l) => l.measure === 'satisfaction')!;
const of = { unit_kind: 'branch' as const, unit: 'B1', scorecard: policy.scorecards[0]!.scorecard };
const results: Results = {
	...EMPTY_RESULTS,
	lines: [
		lineRow({
			...of,
			month: '2026-08',
			line: satisfaction.line,
			numerator: '9',
			denominator: '10',
			status: 'ok'
		}),
		lineRow({
			...of,
			month: '2026-10',
			line: satisfaction.line,
			numerator: '19',
			denominator: '20',
			status: 'ok'
		}),
		lineRow({
			...of,
			month: '2026-10',
			line: 'service_skill',
			numerator: '2',
			denominator: '40',
			status: 'ok'
		})
	]
};
const palette = {} as Palette;
const percent = (value: number): string => `${String(value)}%`;

describe('a line over the months', () => {
	it('is told with the edges that each month’s rules set, and a gap where there is nothing', () => {
		const later = structuredClone(policy);
		const other = later.scorecards[0]!.lines.find((l) => l.line === satisfaction.line)!;
		other.bounds = other.bounds!.map((bound) => String(Number(bound) - 1));
		const trend = lineTrend(
			results,
			(month) => (month < '2026-10' ? policy : later),
			['branch', 'B1'],
			satisfaction.line,
			['2026-07', '2026-08', '2026-09', '2026-10']
		);
		expect(trend.map((p) => [p.month, p.value])).toEqual([
			['2026-08', 90],
			['2026-09', null],
			['2026-10', 95]
		]);
		const bounds = edgesOf(policy, satisfaction).tiers;
		expect(bounds.length).toBeGreaterThan(1);
		expect(bounds.map(String)).toEqual([...satisfaction.bounds!].sort((a, b) => Number(a) - Number(b)));
		expect(trend[0]!.tiers).toEqual(bounds);
		expect(trend[2]!.tiers).toEqual(bounds.map((bound) => bound - 1));
	});

	it('counts events where events are scored', () => {
		const [point] = lineTrend(results, () => policy, ['branch', 'B1'], 'service_skill', ['2026-10']);
		expect(point).toMatchObject({ value: 2, target: null });
		expect(lineOf('service_skill').measure).toBe('service_skill');
	});

	it('is called by what it counts: a rate of resolved complaints is told by those that aren’t', () => {
		const complaint = policy.scorecards[0]!.lines.find((l) => l.measure === 'complaint_unresolved')!;
		expect([valueTitle(complaint).zh, complaint.title.zh]).toEqual(['投诉未解决率', '客户投诉解决率']);
		expect(valueTitle(satisfaction)).toBe(satisfaction.title);
	});

	it('is drawn with its name, a dashed step an edge, and a mark where there is a note', () => {
		const option = lineTrendOption(
			[
				{ month: '2026-09', value: 93, tiers: [90, 95], target: null, notes: ['停机'] },
				{ month: '2026-10', value: 96, tiers: [91, 95], target: 98 }
			],
			palette,
			'客户满意率',
			percent
		);
		const series = option['series'] as { data: (number | null)[]; step?: string }[];
		expect((option['title'] as { text: string }).text).toBe('客户满意率');
		expect((option['xAxis'] as { data: string[] }).data).toEqual(['2026-09 ※', '2026-10']);
		expect(series.map((s) => s.data)).toEqual([
			[90, 91],
			[95, 95],
			[null, 98],
			[93, 96]
		]);
	});
});

describe('the trend of totals', () => {
	it('is drawn with its name and the grades near it, each from what its month’s rules say', () => {
		const grade = (name: string, from: number) => ({ name, from });
		const option = trendOption(
			[
				{ month: '2026-08', total: '84.5', grades: [] },
				{ month: '2026-09', total: null, grades: [grade('优', 95), grade('良', 80), grade('差', 0)] },
				{ month: '2026-10', total: '86', grades: [grade('优', 96), grade('良', 85), grade('中', 60)] }
			],
			palette,
			'各月总分'
		);
		const series = option['series'] as { data: (number | null)[]; step?: string }[];
		expect((option['title'] as { text: string }).text).toBe('各月总分');
		expect(series.map((s) => [s.data, s.step])).toEqual([
			[[null, 95, 96], 'middle'],
			[[null, 80, 85], 'middle'],
			[[84.5, null, 86], undefined]
		]);
		expect(option['yAxis']).toMatchObject({ min: 70, max: 100 });
	});
});

describe('the bars of a report', () => {
	const section = PARTS.flatMap((p) => p.sections).find((s) => s.measured === 'satisfaction')!;

	it('stand beside the tiers and targets of the cards that score the whole measure', () => {
		const own = structuredClone(policy);
		const line = newLine('own_a', 'satisfaction', satisfaction.title, [], true);
		own.scorecards[0]!.lines.push(
			{ ...line, target: '97' },
			{ ...line, line: 'own_b', target: '12', slice: { column: 'class', values: ['x'] } }
		);
		const edges = figureEdges(own, section);
		expect(edges.filter((e) => e.isTarget)).toEqual([{ value: 0.97, isTarget: true }]);
		expect(edges.filter((e) => !e.isTarget).map((e) => e.value * 100)).toEqual(
			edgesOf(policy, satisfaction).tiers
		);
	});

	it('are drawn with the figure’s name and a line for each', () => {
		const option = barsOption(
			[
				{ title: '东湖', now: 0.9, before: null },
				{ title: '西湖', now: 0.8, before: 0.7 }
			],
			['10月', '9月'],
			palette,
			600,
			percent,
			{ name: '满意率', edges: [{ value: 0.95, isTarget: false }] }
		);
		expect((option['title'] as { text: string }).text).toBe('满意率');
		const [edge] = option['series'] as { data: unknown }[];
		expect(edge!.data).toEqual([
			[0.95, '东湖'],
			[0.95, '西湖']
		]);
	});

	it('name measures that there are', () => {
		const named = PARTS.flatMap((p) => p.sections).filter((s) => s.measured !== undefined);
		expect(named.length).toBeGreaterThan(3);
		for (const s of named) expect(s.figures.find((f) => f.id === s.chart)?.format, s.id).toBe('share');
	});
});
