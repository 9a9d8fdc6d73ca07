import { nameTitle } from './pieces';
import { titleAxis, type Palette } from './waterfall';

/** Room for the numbers at the bars' right, and between those under the edges, in pixels. */
const RIGHT = 96;
const APART = 32;

interface Bar {
	title: string;
	now: number;
	before: number | null;
}

/** One figure by value as an ECharts option: horizontal bars from the top, a tick where the other period stood. */
export function barsOption(
	bars: Bar[],
	[now, before]: [string, string],
	palette: Palette,
	width: number,
	label: (value: number) => string,
	/** What the bars are, and the values that the rules set for it. */
	{ name, edges }: { name: string; edges: { value: number; isTarget: boolean }[] }
): Record<string, unknown> {
	const labelWidth = Math.min(160, Math.round(width * 0.32));
	const room = width - labelWidth - RIGHT;
	const most = Math.max(...bars.flatMap((b) => [b.now, b.before ?? 0]), ...edges.map((e) => e.value));
	/** Edges whose value can be written without meeting another's. */
	const written = new Set<number>();
	let last = -Infinity;
	for (const value of edges.map((e) => e.value).sort((a, b) => b - a)) {
		const at = (value / most) * room;
		if (last !== -Infinity && last - at < APART) continue;
		written.add(value);
		last = at;
	}
	const ends = [bars[0], bars.at(-1)].map((bar) => bar?.title ?? '');
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.ink },
		title: nameTitle(name, palette),
		legend: {
			data: [now, before],
			top: 0,
			right: 0,
			itemWidth: 10,
			itemHeight: 10,
			textStyle: { color: palette.quiet, fontSize: 11 }
		},
		grid: { left: labelWidth, right: RIGHT, top: 26, bottom: edges.length > 0 ? 18 : 4 },
		xAxis: { type: 'value', min: 0, show: false },
		yAxis: [
			titleAxis(
				bars.map((b) => b.title),
				palette,
				labelWidth
			),
			{
				type: 'category',
				inverse: true,
				data: bars.map((b) => label(b.now)),
				axisLine: { show: false },
				axisTick: { show: false },
				axisLabel: { color: palette.ink, fontSize: 12 }
			}
		],
		series: [
			...edges.map(({ value, isTarget }) => ({
				type: 'line',
				silent: true,
				symbol: 'none',
				z: 3,
				data: ends.map((end) => [value, end]),
				lineStyle: { color: isTarget ? palette.action : palette.quiet, width: 1, type: 'dashed' },
				endLabel: {
					show: written.has(value),
					position: 'bottom',
					color: palette.quiet,
					fontSize: 10,
					formatter: label(value).replace(/\.0+(?=%|$)/, '')
				}
			})),
			{
				name: now,
				type: 'bar',
				barWidth: 12,
				silent: true,
				itemStyle: { color: palette.gain },
				data: bars.map((b) => b.now)
			},
			{
				name: before,
				type: 'scatter',
				symbol: 'rect',
				symbolSize: [2, 16],
				silent: true,
				itemStyle: { color: palette.ink },
				data: bars.map((b) => b.before)
			}
		]
	};
}
