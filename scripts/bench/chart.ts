import { LineChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Grown } from './table';

use([LineChart, GridComponent, TitleComponent, SVGRenderer]);

const INK = '#1f4e79';
const QUIET = '#8a94a0';
const [WIDTH, HEIGHT] = [900, 320];

/** What import takes by rows, and by months handed over in turn, as an SVG picture. */
export function growthChart({ rows, months_s, machine, date }: Grown): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
	const title = (text: string, left: string): object => ({ text, left, textStyle: { fontSize: 13 } });
	const line = (axis: number, data: number[][], color: string): object => ({
		type: 'line',
		xAxisIndex: axis,
		yAxisIndex: axis,
		data,
		symbolSize: 6,
		itemStyle: { color },
		lineStyle: { color }
	});
	const points = Object.entries(rows).map(([n, r]) => [Number(n) / 1e6, r.kaohe_s, r.native2_s]);
	chart.setOption({
		animation: false,
		backgroundColor: '#fff',
		title: [
			title('Seconds by million callbacks: Kaohe in Chromium, native DuckDB (grey)', '2%'),
			title('Seconds for each further month of 50,000 callbacks', '56%'),
			{ text: `${machine}, ${date}`, right: 8, bottom: 0, textStyle: { fontSize: 10, color: QUIET } }
		],
		grid: [
			{ left: 40, right: '48%', top: 40, bottom: 40 },
			{ left: '58%', right: 16, top: 40, bottom: 40 }
		],
		xAxis: [
			{ type: 'value', gridIndex: 0 },
			{ type: 'value', gridIndex: 1, min: 1, max: months_s.length }
		],
		yAxis: [
			{ type: 'value', gridIndex: 0 },
			{ type: 'value', gridIndex: 1 }
		],
		series: [
			line(
				0,
				points.map(([n, own]) => [n!, own!]),
				INK
			),
			line(
				0,
				points.map(([n, , native]) => [n!, native!]),
				QUIET
			),
			line(
				1,
				months_s.map((s, i) => [i + 1, s]),
				INK
			)
		]
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}
