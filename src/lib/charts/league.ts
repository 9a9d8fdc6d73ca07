import type { Palette } from './waterfall';

interface Member {
	name: string;
	/** Its rank in each month, null where it wasn't ranked. */
	ranks: (number | null)[];
}

/** Ranks by month as an ECharts option: a line a unit, the first rank on top, names at the end; the first and the last three stand out. */
export function leagueOption(members: Member[], months: string[], palette: Palette): Record<string, unknown> {
	const last = Math.max(1, ...members.flatMap((m) => m.ranks.map((r) => r ?? 1)));
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.quiet },
		grid: { left: 36, right: 120, top: 24, bottom: 12 },
		xAxis: {
			type: 'category',
			position: 'top',
			boundaryGap: false,
			data: months,
			axisTick: { show: false },
			axisLine: { show: false },
			axisLabel: { color: palette.quiet, fontSize: 11 }
		},
		yAxis: {
			type: 'value',
			inverse: true,
			min: 1,
			max: last,
			interval: 1,
			axisLabel: { color: palette.quiet, fontSize: 11 },
			splitLine: { lineStyle: { color: palette.line } }
		},
		series: members.map(({ name, ranks }, i) => {
			// those who end on one rank are named once, together
			const same = members.filter((m) => m.ranks.at(-1) !== null && m.ranks.at(-1) === ranks.at(-1));
			const named = same.length < 2 || members.indexOf(same[0]!) === i;
			const end = ranks.findLast((r) => r !== null) ?? last;
			const colour = end === 1 ? palette.gain : end > last - 3 ? palette.loss : palette.quiet;
			return {
				name,
				type: 'line',
				connectNulls: false,
				symbolSize: 6,
				lineStyle: { color: colour, width: colour === palette.quiet ? 1 : 2 },
				itemStyle: { color: colour },
				data: ranks,
				endLabel: {
					show: named,
					formatter: same.length < 2 ? name : same.map((m) => m.name).join(' · '),
					color: palette.ink,
					fontSize: 11,
					width: 112,
					overflow: 'truncate'
				}
			};
		})
	};
}
