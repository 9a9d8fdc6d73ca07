/** One step of a waterfall: where its bar begins and ends, and whether it is a sum. */
export interface WaterfallBar {
	id: string;
	title: string;
	from: number;
	to: number;
	kind: 'whole' | 'loss' | 'gain' | 'sum' | 'total';
}

interface Parts {
	title: (key: 'full' | 'kpi' | 'blend' | 'merits' | 'criticism' | 'audit' | 'total') => string;
	whole: number;
	lines: { line: string; title: string; weight: string; points: string | null }[];
	kpi: string;
	blended: string;
	merits: string;
	criticism: string;
	audit: string;
	total: string;
}

/** A total as steps: full marks, what each line lost, the most first, the KPI points, the blend, merits and deductions, the total. */
export function waterfallSteps(parts: Parts): WaterfallBar[] {
	const steps: WaterfallBar[] = [
		{ id: 'full', title: parts.title('full'), from: 0, to: parts.whole, kind: 'whole' }
	];
	const scale = parts.whole / parts.lines.reduce((s, l) => s + (l.points === null ? 0 : Number(l.weight)), 0);
	let at = parts.whole;
	const move = (id: string, title: string, by: number): void => {
		if (Math.abs(by) < 5e-7) return;
		steps.push({ id, title, from: at, to: at + by, kind: by < 0 ? 'loss' : 'gain' });
		at += by;
	};
	const lost = (line: Parts['lines'][number]): number => Number(line.weight) - Number(line.points);
	const scored = parts.lines.filter((line) => line.points !== null);
	for (const line of scored.toSorted((a, b) => lost(b) - lost(a)))
		move(line.line, line.title, -lost(line) * scale);
	at = Number(parts.kpi);
	steps.push({ id: 'kpi', title: parts.title('kpi'), from: 0, to: at, kind: 'sum' });
	move('blend', parts.title('blend'), Number(parts.blended) - at);
	move('merits', parts.title('merits'), Number(parts.merits));
	move('criticism', parts.title('criticism'), -Number(parts.criticism));
	move('audit', parts.title('audit'), -Number(parts.audit));
	steps.push({ id: 'total', title: parts.title('total'), from: 0, to: Number(parts.total), kind: 'total' });
	return steps;
}

export interface Palette {
	ink: string;
	quiet: string;
	line: string;
	whole: string;
	loss: string;
	gain: string;
	action: string;
	font: string;
}

/** The axis of horizontal bars: a title a row from the top, cut to so many pixels. */
export const titleAxis = (
	titles: string[],
	palette: Palette,
	labelWidth: number
): Record<string, unknown> => ({
	type: 'category',
	inverse: true,
	data: titles,
	axisLine: { show: false },
	axisTick: { show: false },
	axisLabel: {
		color: palette.quiet,
		fontSize: 12,
		align: 'left',
		margin: labelWidth - 4,
		width: labelWidth - 12,
		overflow: 'truncate'
	}
});

/** The steps as an ECharts option: horizontal bars, one a step, from the top. */
export function waterfallOption(
	steps: WaterfallBar[],
	palette: Palette,
	label: (step: WaterfallBar) => string,
	labelWidth: number
): Record<string, unknown> {
	const colour = {
		whole: palette.whole,
		loss: palette.loss,
		gain: palette.gain,
		sum: palette.gain,
		total: palette.action
	};
	const bar = { type: 'bar', stack: 'steps', barWidth: 14, silent: true, animation: false };
	return {
		animation: false,
		textStyle: { fontFamily: palette.font, color: palette.ink },
		grid: { left: labelWidth, right: 64, top: 4, bottom: 4 },
		xAxis: {
			type: 'value',
			min: 0,
			max: Math.max(100, ...steps.map((s) => Math.max(s.from, s.to))),
			show: false
		},
		yAxis: titleAxis(
			steps.map((s) => s.title),
			palette,
			labelWidth
		),
		series: [
			{ ...bar, itemStyle: { color: 'transparent' }, data: steps.map((s) => Math.min(s.from, s.to)) },
			{
				...bar,
				data: steps.map((s) => ({ value: Math.abs(s.to - s.from), itemStyle: { color: colour[s.kind] } })),
				label: {
					show: true,
					position: 'right',
					color: palette.ink,
					fontSize: 12,
					formatter: (params: { dataIndex: number }) => label(steps[params.dataIndex]!)
				}
			}
		]
	};
}
