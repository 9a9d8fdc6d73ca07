import type { Palette } from './waterfall';

interface Slope {
	name: string;
	before: number;
	after: number;
}

/** Ranks before and after as an ECharts option: a line a unit, the first rank on top. */
export function slopeOption(
	slopes: Slope[],
	[before, after]: [string, string],
	palette: Palette
): Record<string, unknown> {
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.quiet },
		grid: { left: 96, right: 96, top: 24, bottom: 8 },
		xAxis: {
			type: 'category',
			position: 'top',
			boundaryGap: false,
			data: [before, after],
			axisTick: { show: false },
			axisLine: { show: false },
			axisLabel: { color: palette.quiet, fontSize: 11 }
		},
		yAxis: { type: 'value', inverse: true, min: 'dataMin', max: 'dataMax', show: false },
		series: slopes.map(({ name, before: from, after: to }) => {
			const colour = to < from ? palette.gain : to > from ? palette.loss : palette.quiet;
			const label = (position: string, rank: number): Record<string, unknown> => ({
				show: true,
				position,
				color: palette.ink,
				fontSize: 11,
				formatter: () => `${String(rank)} ${name}`
			});
			return {
				type: 'line',
				symbolSize: 6,
				lineStyle: { color: colour, width: to === from ? 1 : 2 },
				itemStyle: { color: colour },
				data: [
					{ value: from, label: label('left', from) },
					{ value: to, label: label('right', to) }
				]
			};
		})
	};
}
