import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Draws a chart as SVG into an element. */
export const drawChart = (element: HTMLElement, option: EChartsCoreOption): EChartsType => {
	const chart = init(element, null, { renderer: 'svg' });
	chart.setOption(option);
	return chart;
};
