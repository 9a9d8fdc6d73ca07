import { total } from '../language/numbers';
import { edgeLine, monthAxis, nameTitle, valueLine } from './pieces';
import type { Palette } from './waterfall';

interface Point {
	month: string;
	total: string | null;
	notes?: string[];
	/** The grades of the month's rules: their names, and the lowest total of each. */
	grades?: { name: string; from: number }[];
}

/** How far from the totals a grade is still shown. */
const NEAR = 10;

/** Totals by month as an ECharts option: a line, with a gap where a month has none, and steps where each month's rules begin a grade near it; months with notes are marked. */
export function trendOption(points: Point[], palette: Palette, name: string): Record<string, unknown> {
	const values = points.map((p) => (p.total === null ? null : Number(p.total)));
	const there = values.filter((v) => v !== null);
	const isNear = (from: number): boolean =>
		from > 0 && from >= Math.min(...there) - NEAR && from <= Math.max(...there) + NEAR;
	const grades = points.map((p) => (p.grades ?? []).filter((grade) => isNear(grade.from)));
	const shown = [...there, ...grades.flatMap((of) => of.map((grade) => grade.from))];
	const [lowest, highest] = [Math.min(...shown), Math.max(...shown)];
	// whole steps from below the lowest to above the highest, so that no two labels meet
	const step = 5 * Math.ceil((highest - lowest + 5) / 15);
	const low = Math.max(0, Math.floor(lowest / step) * step - (lowest % step < 1 ? step : 0));
	const names = [...new Set(grades.flatMap((of) => of.map((grade) => grade.name)))];
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.quiet },
		title: nameTitle(name, palette),
		grid: { left: 34, right: names.length > 0 ? 64 : 40, top: 30, bottom: 24 },
		xAxis: monthAxis(points, palette),
		yAxis: {
			type: 'value',
			min: low,
			max: Math.ceil(highest / step) * step,
			interval: step,
			axisLabel: { color: palette.quiet, fontSize: 11 },
			splitLine: { lineStyle: { color: palette.line } }
		},
		series: [
			...names.map((grade) =>
				edgeLine(
					grades.map((of) => of.find((g) => g.name === grade)?.from ?? null),
					palette.quiet,
					palette,
					(from) => `${grade} ${String(from)}`
				)
			),
			valueLine(values, palette, total)
		]
	};
}
