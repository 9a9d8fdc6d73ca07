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
	/** The names at a rank of one side, said once for all who tie there. */
	const tied = (side: 'before' | 'after', rank: number): string =>
		slopes.flatMap((s) => (s[side] === rank ? [s.name] : [])).join(' · ');
	const said = { before: new Set<number>(), after: new Set<number>() };
	const label = (side: 'before' | 'after', rank: number): Record<string, unknown> => {
		const show = !said[side].has(rank);
		said[side].add(rank);
		return {
			show,
			position: side === 'before' ? 'left' : 'right',
			color: palette.ink,
			fontSize: 11,
			width: 108,
			overflow: 'truncate',
			formatter: () => `${String(rank)} ${tied(side, rank)}`
		};
	};
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.quiet },
		grid: { left: 120, right: 120, top: 24, bottom: 8 },
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
		series: slopes.map(({ before: from, after: to }) => {
			const colour = to < from ? palette.gain : to > from ? palette.loss : palette.quiet;
			return {
				type: 'line',
				symbolSize: 6,
				lineStyle: { color: colour, width: to === from ? 1 : 2 },
				itemStyle: { color: colour },
				data: [
					{ value: from, label: label('before', from) },
					{ value: to, label: label('after', to) }
				]
			};
		})
	};
}
