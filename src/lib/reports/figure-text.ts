import { grouped } from '../language/numbers';
import type { Figure } from './parts/part';
import { message, wordIn, type MessageKey } from '../language/messages';
import type { Lang } from '../language/text';

/** The title of a figure, by its section where it has one of its own there. */
export function figureTitle(lang: Lang, section: string, id: string): string {
	const key = `${section}.${id}`;
	const own = wordIn(lang, 'figure', key);
	return own === key ? wordIn(lang, 'figure', id) : own;
}

/** Where a share lies with 95 % certainty, in per cent. */
export const spanText = ([low, high]: [number, number]): string =>
	`${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;

/** A figure of a report as it is written; a difference of shares in percentage points. */
export function figureText(
	lang: Lang,
	value: number | string | null,
	{ format }: Figure,
	difference = false
): string {
	const t = (key: MessageKey, n: string): string => message(lang, key, { n });
	if (value === null) return '';
	if (typeof value === 'string')
		return format === 'word'
			? value
					.split('+')
					.map((said) => wordIn(lang, 'value', said))
					.join(' + ')
			: value;
	if (format === 'share') return difference ? (value * 100).toFixed(1) : `${(value * 100).toFixed(2)}%`;
	if (format === 'yuan') return grouped(value, 2);
	if (format === 'hours')
		return Math.abs(value) < 1
			? t('part.minutes', grouped(Math.round(value * 60)))
			: value < 48
				? t('part.hours', value.toFixed(1))
				: t('part.days', (value / 24).toFixed(1));
	if (format === 'days') return difference ? grouped(value) : t('part.days', grouped(value));
	if (format === 'mean') return grouped(value, 1);
	if (format === 'about') return `≈${grouped(Math.round(value))}`;
	if (format === 'mark') return '✓';
	return grouped(Math.round(value * 1000) / 1000);
}

/** A figure as it is copied: durations as hours, so that a spreadsheet can reckon with them. */
export const figureCell = (lang: Lang, value: number | string | null, figure: Figure): string =>
	figure.format === 'hours' && typeof value === 'number' ? value.toFixed(2) : figureText(lang, value, figure);

/** How a figure is headed where it is copied. */
export const cellTitle = (lang: Lang, section: string, { id, format }: Figure): string =>
	format === 'hours'
		? message(lang, 'part.inHours', { figure: figureTitle(lang, section, id) })
		: figureTitle(lang, section, id);
