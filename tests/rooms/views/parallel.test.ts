import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import { sampleFiles } from '../../../scripts/samples/make-samples';
import { rounded } from '../../../src/lib/language/decimal';
import { fromThousandths, rangesOf } from '../../../src/lib/policy/ranges';
import { monthView, type MonthView, type UnitMonth } from '../../../src/lib/views/month-view';
import type { DeviationCause as Cause } from '../../../src/lib/views/parallel/causes';
import { compare, type Deviation } from '../../../src/lib/views/parallel/compare';
import { sheetFigures, type SheetFigure } from '../../../src/lib/views/parallel/figures';
import { numberIn } from '../../../src/lib/views/parallel/number-in';
import { figureFor, readSheet } from '../../../src/lib/views/parallel/read-sheet';
import { policyWith } from '../../support/policy';
import { results } from '../../support/scored';

let view: MonthView;
let figures: SheetFigure[];
beforeAll(async () => {
	const files = sampleFiles().map(({ name, text, encoding }) => ({
		path: name,
		bytes: encodeText(text, encoding)
	}));
	view = monthView(await results(files, [policyWith()]), policyWith(), '2026-09', 'branch');
	figures = sheetFigures('zh', view);
});

const IDS = (): string[] =>
	[
		...view.card.lines.flatMap(({ line }) =>
			['numerator', 'denominator', 'value', 'points'].map((part) => `${line}/${part}`)
		),
		...['kpi_points', 'self', 'group', 'merits', 'criticism', 'audit', 'total', 'rank']
	].filter((id) => figures.some((f) => f.id === id));
const shown = (figure: SheetFigure, unit: UnitMonth): string => {
	const exact = figure.of(unit);
	if (exact === null) return '';
	if (figure.kind === 'rate') return `${rounded(String(Number(exact) * 100), 2)}%`;
	return figure.kind === 'count' || figure.kind === 'rank' ? String(Number(exact)) : rounded(exact, 2);
};

/** A sheet as someone makes it by hand: a title, a header, a row a branch; with its figures where each stands. */
function handMade(of: MonthView = view): {
	cells: string[][];
	at: (unit: string, id: string) => [number, number];
} {
	const ids = IDS();
	const own = ids.map((id) => figures.find((f) => f.id === id)!);
	const cells = [
		['2026年9月考核汇总', ...ids.map(() => '')],
		['分部', ...own.map(({ title }) => title)],
		...of.units.map((unit) => [unit.name, ...own.map((figure) => shown(figure, unit))])
	];
	const at = (unit: string, id: string): [number, number] => [
		2 + of.units.findIndex((u) => u.unit === unit),
		1 + ids.indexOf(id)
	];
	return { cells, at };
}
const held = (cells: string[][], of: MonthView = view): Deviation[] =>
	compare(cells, readSheet(cells, of.units, figures), of, figures).deviations;
/** Units without what follows from others. */
const roots = (cells: string[][], of?: MonthView): [unit: string, id: string, cause: Cause | null][] =>
	held(cells, of)
		.filter(({ cause }) => cause !== 'follows')
		.map(({ unit, figure, cause }) => [unit.unit, figure.id, cause]);

describe('a hand-made sheet', () => {
	it('is read whatever its layout: units found by name or code, columns by what stands above them', () => {
		const { cells } = handMade();
		const reading = readSheet(cells, view.units, figures);
		expect([...reading.columns].sort(([a], [b]) => a - b).map(([, id]) => id)).toEqual(IDS());
		expect(reading.rows.size).toBe(view.units.length);
		expect(held(cells)).toEqual([]);
		// moved to the right, codes in place of names, under two rows of heads
		const moved = cells.map((row, i) => [
			String(i),
			'',
			i < 2 ? row[0]! : view.units.find((u) => u.name === row[0])!.unit,
			...row.slice(1)
		]);
		expect(held(moved)).toEqual([]);
		expect(readSheet(moved, view.units, figures).unitColumn).toBe(2);
		const none = readSheet([['a', 'b']], view.units, figures);
		expect([none.rows.size, none.columns.size]).toEqual([0, 0]);
	});

	it('names figures as people head them', () => {
		const of = (header: string): string | null => figureFor(header, figures, new Set());
		expect(of('总得分')).toBe('total');
		expect(of('名次')).toBe('rank');
		expect(of('回访完成率 得分')).toBe('callback_completion/points');
		expect(of('回访完成率（%）')).toBe('callback_completion/value');
		expect(of('回访完成率')).toBe('callback_completion/points');
		expect(of('备注')).toBeNull();
		for (const other of ['上月总分', '上月名次', '排名变化', '回访完成率权重'])
			expect(of(other), other).toBeNull();
		expect(figureFor('回访完成率', figures, new Set(), { percent: true })).toBe('callback_completion/value');
		const header = ['分部', '回访完成率得分', '上月总分', '总分', '合计'];
		const row = ['南站', '8', '86', '91', '91'];
		expect([...readSheet([header, row], view.units, figures).columns]).toEqual([
			[3, 'total'],
			[1, 'callback_completion/points']
		]);
	});

	it('says which cells differ, by how much, and who isn’t in it', () => {
		const { cells, at } = handMade();
		const [row, column] = at('B01', 'total');
		cells[row]![column] = '55.00';
		cells.splice(at('B10', 'total')[0], 1);
		const reading = readSheet(cells, view.units, figures);
		const found = compare(cells, reading, view, figures);
		expect(found.absent.map((u) => u.unit)).toEqual(['B10']);
		expect(found.deviations.map((d) => [d.row, d.column, d.theirs, d.ours])).toEqual([
			[row, column, '55.00', rounded(view.units.find((u) => u.unit === 'B01')!.total!, 2)]
		]);
	});
});

describe('a difference without evidence', () => {
	it('has no cause that isn’t borne out', () => {
		const only = (ids: string[], unit: UnitMonth, typed: string): (DeviationOf | null)[] => {
			const own = ids.map((id) => figures.find((f) => f.id === id)!);
			const cells = [
				['分部', ...own.map(({ title }) => title)],
				[unit.name, ...own.map((figure, i) => (i === 0 ? typed : shown(figure, unit)))]
			];
			return held(cells).map(({ cause }) => cause);
		};
		const unit = view.units.find((u) => u.unit === 'B04')!;
		// a point more or less may be anything
		expect(only(['total'], unit, rounded(String(Number(unit.total) + 1), 2))).toEqual([null]);
		expect(only(['self'], unit, rounded(String(Number(unit.self) + 1), 2))).toEqual([null]);
		// points of another tier, where the rate isn't in the sheet
		expect(only(['satisfaction/points'], unit, '7')).toEqual([null]);
		expect(only(['satisfaction/points', 'satisfaction/value'], unit, '7')).toEqual(['tier']);
		// nothing is no rounding of something
		expect(only(['merits'], { ...unit, merits: '0.4' }, '0')).not.toContain('rounding');
	});
});

type DeviationOf = NonNullable<Deviation['cause']>;

describe('a number in a cell', () => {
	it('is told from what stands beside it', () => {
		expect(numberIn('1,234.50')).toEqual({ text: '1234.50', value: 1234.5, decimals: 2, percent: false });
		expect(numberIn('93.4%')?.percent).toBe(true);
		expect(numberIn('第3名')?.value).toBe(3);
		expect(numberIn('−6')?.value).toBe(-6);
		for (const none of ['', '无', 'B01', '1-2-3']) expect(numberIn(none), none).toBeNull();
	});
});

/** Plants an error; null where a unit or line gives none of its kind. */
type Plant = (
	pick: (most: number) => number
) => { cells: string[][]; cause: Cause; id: string; of?: MonthView } | null;

const unitAt = (pick: (most: number) => number): UnitMonth => view.units[pick(view.units.length)]!;
const rateLines = () => view.card.lines.filter((l) => l.scoring === 'tiered_rate');
/** Counts of a line as typed, the rate as it follows from them. */
function typeCounts(unit: UnitMonth, line: string, n: number, d: number): string[][] {
	const { cells, at } = handMade();
	const put = (part: string, text: string): void => {
		const [row, column] = at(unit.unit, `${line}/${part}`);
		cells[row]![column] = text;
	};
	const isBad = Number(unit.lines.find((l) => l.line === line)!.value) < 0.5;
	put('numerator', String(n));
	put('denominator', String(d));
	put('value', `${rounded(String(isBad ? 100 - (100 * n) / d : (100 * n) / d), 2)}%`);
	return cells;
}
const counts = (unit: UnitMonth, line: string): [number, number] => {
	const cell = unit.lines.find((l) => l.line === line)!;
	return [Number(cell.numerator), Number(cell.denominator)];
};
const type = (unit: string, id: string, text: string): string[][] => {
	const { cells, at } = handMade();
	const [row, column] = at(unit, id);
	cells[row]![column] = text;
	return cells;
};

const PLANTS: Record<string, Plant> = {
	'records that are missing': (pick) => {
		const [unit, line] = [unitAt(pick), rateLines()[pick(3)]!.line];
		const [n, d] = counts(unit, line);
		const by = 1 + pick(9);
		if (n <= by || d <= by * 20) return null;
		return { cells: typeCounts(unit, line, n - by, d - by), cause: 'missing', id: `${line}/numerator` };
	},
	'other records': (pick) => {
		const unit = unitAt(pick);
		const line = rateLines()[pick(3)]!.line;
		const [n, d] = counts(unit, line);
		const by = 1 + pick(9);
		if (n + by > d) return null;
		return { cells: typeCounts(unit, line, n + by, d), cause: 'rows', id: `${line}/numerator` };
	},
	'another denominator': (pick) => {
		const [unit, line] = [unitAt(pick), rateLines()[pick(3)]!.line];
		const [n, d] = counts(unit, line);
		if (d === 0) return null;
		return {
			cells: typeCounts(unit, line, n, d + 3 + pick(40)),
			cause: 'denominator',
			id: `${line}/denominator`
		};
	},
	'a bound given to the tier beside': (pick) => {
		const line = view.card.lines.find((l) => l.line === 'callback_completion')!;
		const ranges = rangesOf(view.policy, line);
		const tier = pick(ranges.length - 1);
		const bound = fromThousandths(ranges[tier]!.lower ?? 0);
		const isInUpper = ranges[tier]!.lowerIn === true;
		const points = (at: number): string =>
			String(Number(line.weight) - fromThousandths(ranges[at]!.deduction));
		const own = unitAt(pick);
		const on: MonthView = {
			...view,
			units: view.units.map((u) =>
				u.unit !== own.unit
					? u
					: {
							...u,
							lines: u.lines.map((l) =>
								l.line !== line.line
									? l
									: {
											...l,
											numerator: String(bound * 10),
											denominator: '1000',
											value: String(bound / 100),
											points: points(isInUpper ? tier : tier + 1)
										}
							)
						}
			)
		};
		const { cells, at } = handMade(on);
		const [row, column] = at(own.unit, `${line.line}/points`);
		cells[row]![column] = rounded(points(isInUpper ? tier + 1 : tier), 2);
		return { cells, cause: 'edge', id: `${line.line}/points`, of: on };
	},
	'a wrong tier': (pick) => {
		const line = rateLines()[pick(3)]!;
		const unit = unitAt(pick);
		const cell = unit.lines.find((l) => l.line === line.line)!;
		const ranges = rangesOf(view.policy, line);
		const other = pick(ranges.length);
		const points = String(Number(line.weight) - fromThousandths(ranges[other]!.deduction));
		const isSame = Number(points) === Number(cell.points) || Number(points) * 10 === Number(cell.points);
		// on a bound it is the tier beside
		const value = Number(cell.value) * 100;
		const isEdge = [ranges[other]!.lower, ranges[other]!.upper].some(
			(bound) => bound !== null && Math.abs(fromThousandths(bound) - value) < 1e-6
		);
		if (isSame || isEdge || Number(cell.denominator) === 0) return null;
		return {
			cells: type(unit.unit, `${line.line}/points`, rounded(points, 2)),
			cause: 'tier',
			id: `${line.line}/points`
		};
	},
	'decimals cut off': (pick) => {
		const unit = unitAt(pick);
		const cut = (Math.trunc(Number(unit.total) * 100) / 100).toFixed(2);
		return cut === rounded(unit.total!, 2)
			? null
			: { cells: type(unit.unit, 'total', cut), cause: 'rounding', id: 'total' };
	},
	'a point elsewhere': (pick) => {
		const unit = unitAt(pick);
		const id = ['total', 'self', 'group'][pick(3)]!;
		const exact = figures.find((f) => f.id === id)!.of(unit)!;
		return { cells: type(unit.unit, id, rounded(String(Number(exact) * 10), 2)), cause: 'scale', id };
	},
	'digits that changed places': (pick) => {
		const unit = unitAt(pick);
		const id = ['self', 'group'][pick(2)]!;
		const text = rounded(figures.find((f) => f.id === id)!.of(unit)!, 2);
		const typed = `${text[1]!}${text[0]!}${text.slice(2)}`;
		return typed === text || text.length !== 5 || typed.startsWith('0')
			? null
			: { cells: type(unit.unit, id, typed), cause: 'typing', id };
	},
	'two units exchanged': (pick) => {
		const [one, two] = [unitAt(pick), unitAt(pick)];
		if (rounded(one.total!, 2) === rounded(two.total!, 2)) return null;
		const { cells, at } = handMade();
		const [a, column] = at(one.unit, 'total');
		const [b] = at(two.unit, 'total');
		[cells[a]![column], cells[b]![column]] = [cells[b]![column]!, cells[a]![column]!];
		return { cells, cause: 'swapped', id: 'total' };
	},
	'a part left out of the total': (pick) => {
		const unit = unitAt(pick);
		const part = (['merits', 'criticism', 'audit'] as const)[pick(3)]!;
		const value = Number(unit[part]);
		if (value === 0) return null;
		const total = Number(unit.total) + (part === 'merits' ? -value : value);
		return { cells: type(unit.unit, 'total', rounded(total.toFixed(9), 2)), cause: 'part', id: 'total' };
	},
	'a sum that is wrong': (pick) => {
		const unit = unitAt(pick);
		const total = Number(unit.total) - 7.13 - pick(20) / 3;
		return { cells: type(unit.unit, 'total', rounded(total.toFixed(9), 2)), cause: 'sum', id: 'total' };
	},
	'a tie ranked on': (pick) => {
		const tied = view.units.filter((u) => u.tied);
		const unit = tied[pick(tied.length)]!;
		return { cells: type(unit.unit, 'rank', String(unit.rank! + 1)), cause: 'tie', id: 'rank' };
	}
};

describe('a planted error', () => {
	for (const [kind, plant] of Object.entries(PLANTS))
		it(`of ${kind} is named, and nothing else is`, () => {
			let planted = 0;
			fc.assert(
				fc.property(fc.infiniteStream(fc.nat()), (stream) => {
					const found = plant((most) => stream.next().value! % most);
					if (!found) return;
					planted++;
					const { cells, cause, id, of } = found;
					const named = roots(cells, of);
					expect(named.map(([, own]) => own)).toContain(id);
					for (const [, , own] of named) expect(own).toBe(cause);
				}),
				{ numRuns: 60, seed: 7 }
			);
			expect(planted).toBeGreaterThan(0);
		});
});
