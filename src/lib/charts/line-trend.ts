import { edgeLine, monthAxis, nameTitle, valueLine } from './pieces';
import type { Palette } from './waterfall';

interface Point {
	month: string;
	value: number | null;
	tiers: number[];
	target: number | null;
	notes?: string[];
}

/** A line's values by month as an ECharts option, with the tier edges and target that each month's rules set as steps; months with notes are marked. */
export function lineTrendOption(
	points: Point[],
	palette: Palette,
	/** What the values are called, and how one is written. */
	name: string,
	label: (value: number) => string
): Record<string, unknown> {
	const most = Math.max(...points.map((p) => p.tiers.length));
	const edge = (at: (point: Point) => number | null | undefined, colour: string): Record<string, unknown> =>
		edgeLine(
			points.map((p) => at(p) ?? null),
			colour,
			palette,
			label
		);
	const shown = points.flatMap((p) => [p.value, p.target, ...p.tiers]).filter((v) => v !== null);
	const [low, high] = [Math.min(...shown), Math.max(...shown)];
	const room = Math.max((high - low) * 0.12, high === low ? Math.max(1, high * 0.05) : 0);
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.quiet },
		title: nameTitle(name, palette),
		grid: { left: 12, right: 40, top: 30, bottom: 24 },
		xAxis: monthAxis(points, palette),
		yAxis: { type: 'value', min: Math.max(0, low - room), max: high + room, show: false },
		series: [
			...Array.from({ length: most }, (_, i) => edge((p) => p.tiers[i], palette.quiet)),
			...(points.some((p) => p.target !== null) ? [edge((p) => p.target, palette.gain)] : []),
			valueLine(
				points.map((p) => p.value),
				palette,
				label
			)
		]
	};
}
