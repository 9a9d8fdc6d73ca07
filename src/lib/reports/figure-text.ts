import { grouped } from '../language/numbers';
import type { Figure } from './parts/part';
import { t, word } from '../language/language.svelte';

/** The title of a figure, by its section where it has one of its own there. */
export function figureTitle(section: string, id: string): string {
	const key = `${section}.${id}`;
	const own = word('figure', key);
	return own === key ? word('figure', id) : own;
}

/** Where a share lies with 95 % certainty, in per cent. */
export const spanText = ([low, high]: [number, number]): string =>
	`${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;

/** A figure of a report as it is written; a difference of shares in percentage points. */
export function figureText(value: number | string | null, { format }: Figure, difference = false): string {
	if (value === null) return '';
	if (typeof value === 'string')
		return format === 'word'
			? value
					.split('+')
					.map((said) => word('value', said))
					.join(' + ')
			: value;
	if (format === 'share') return difference ? (value * 100).toFixed(1) : `${(value * 100).toFixed(2)}%`;
	if (format === 'yuan') return grouped(value, 2);
	if (format === 'hours')
		return Math.abs(value) < 1
			? t('part.minutes', { n: grouped(Math.round(value * 60)) })
			: value < 48
				? t('part.hours', { n: value.toFixed(1) })
				: t('part.days', { n: (value / 24).toFixed(1) });
	if (format === 'days') return difference ? grouped(value) : t('part.days', { n: grouped(value) });
	if (format === 'mean') return grouped(value, 1);
	if (format === 'about') return `≈${grouped(Math.round(value))}`;
	if (format === 'mark') return '✓';
	return grouped(Math.round(value * 1000) / 1000);
}

/** A figure as it is copied: durations as hours, so that a spreadsheet can reckon with them. */
export const figureCell = (value: number | string | null, figure: Figure): string =>
	figure.format === 'hours' && typeof value === 'number' ? value.toFixed(2) : figureText(value, figure);

/** How a figure is headed where it is copied. */
export const cellTitle = (section: string, { id, format }: Figure): string =>
	format === 'hours' ? t('part.inHours', { figure: figureTitle(section, id) }) : figureTitle(section, id);
