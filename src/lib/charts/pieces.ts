import type { Palette } from './waterfall';

/** What a chart is of, above it at the left. */
export const nameTitle = (name: string, palette: Palette): Record<string, unknown> => ({
	text: name,
	left: 0,
	top: 0,
	textStyle: { color: palette.quiet, fontSize: 12, fontWeight: 'normal' }
});

/** Months from left to right, those with notes marked; the year is said where it begins. */
export const monthAxis = (
	points: { month: string; notes?: string[] }[],
	palette: Palette
): Record<string, unknown> => ({
	type: 'category',
	data: points.map((p) => `${p.month}${p.notes?.length ? ' ※' : ''}`),
	axisTick: { show: false },
	axisLine: { lineStyle: { color: palette.line } },
	axisLabel: {
		color: palette.quiet,
		fontSize: 11,
		// left out where it meets another, not before
		interval: 0,
		hideOverlap: true,
		formatter: (month: string, at: number) =>
			at === 0 || month.slice(5, 7) === '01' ? month : month.slice(5)
	}
});

/** A limit by month as a dashed step, written at its end. */
export const edgeLine = (
	values: (number | null)[],
	colour: string,
	palette: Palette,
	label: (value: number) => string
): Record<string, unknown> => ({
	type: 'line',
	step: 'middle',
	symbol: 'none',
	silent: true,
	data: values,
	lineStyle: { color: colour, width: 1, type: 'dashed' },
	// clear of the last value, which is written above its point
	endLabel: {
		show: true,
		distance: 28,
		color: palette.quiet,
		fontSize: 10,
		formatter: (p: { value: number }) => label(p.value)
	}
});

/** Values by month as a line, each written above its point, with a gap where there is none. */
export const valueLine = (
	values: (number | null)[],
	palette: Palette,
	label: (value: number) => string
): Record<string, unknown> => ({
	type: 'line',
	data: values,
	connectNulls: false,
	symbolSize: 6,
	lineStyle: { color: palette.action, width: 2 },
	itemStyle: { color: palette.action },
	label: {
		show: true,
		position: 'top',
		color: palette.ink,
		fontSize: 11,
		formatter: (p: { value: number }) => label(p.value)
	}
});
