import { total } from '../language/numbers';
import { monthAxis, valueLine } from './pieces';
import type { Palette } from './waterfall';

/** Totals by month as an ECharts option: a line, with a gap where a month has none; months with notes are marked. */
export function trendOption(
	points: { month: string; total: string | null; notes?: string[] }[],
	palette: Palette
): Record<string, unknown> {
	const values = points.map((p) => (p.total === null ? null : Number(p.total)));
	const there = values.filter((v) => v !== null);
	const [lowest, highest] = [Math.min(...there), Math.max(...there)];
	// whole steps from below the lowest to above the highest, so that no two labels meet
	const step = 5 * Math.ceil((highest - lowest + 5) / 15);
	const low = Math.max(0, Math.floor(lowest / step) * step - (lowest % step < 1 ? step : 0));
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.quiet },
		grid: { left: 34, right: 40, top: 16, bottom: 24 },
		xAxis: monthAxis(points, palette),
		yAxis: {
			type: 'value',
			min: low,
			max: Math.ceil(highest / step) * step,
			interval: step,
			axisLabel: { color: palette.quiet, fontSize: 11 },
			splitLine: { lineStyle: { color: palette.line } }
		},
		series: [valueLine(values, palette, total)]
	};
}
