import type { Column } from './dataset';
import { IntBuilder, TimeBuilder } from './builders';
import { plain } from './plain';
import * as values from './values';
import type { Reader } from './reader';
import { text, HYPHEN, COLON, ZERO } from './text-readers';

/** Reads days, or moments in the company's time zone, from the column's earliest on. */
export function timeReader(column: Column, clock: values.Clock): Reader {
	const earliest = column.earliest ? values.parseTime(column.earliest)! : -Infinity;
	const time = new TimeBuilder(column.column);
	const date = new IntBuilder(column.column, 'date');
	const isTime = column.type === 'time';
	let last = 0;
	return {
		builders: [isTime ? time : date],
		folds: true,
		seconds: () => last,
		read(row, bytes, start, end) {
			const quick = clock.offset === null ? fullTime(bytes, start, end) : null;
			const seconds = quick ?? values.parseTime(plain(text(bytes, start, end)), clock);
			if (seconds === null) return 'date';
			if (seconds < earliest) return 'range';
			last = seconds;
			if (isTime) time.set(row, seconds);
			else date.set(row, Math.floor(seconds / 86_400));
			return null;
		}
	};
}

/** The shape that most files use, `2026-10-05 09:30:00`, without making a string; null for any other. */
function fullTime(bytes: Uint8Array, start: number, end: number): number | null {
	if (end - start !== 19 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return null;
	if (bytes[start + 10] !== 32 || bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return null;
	const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
	const month = twoDigits(bytes, start + 5);
	const day = twoDigits(bytes, start + 8);
	const hour = twoDigits(bytes, start + 11);
	const minute = twoDigits(bytes, start + 14);
	const second = twoDigits(bytes, start + 17);
	// one that isn't a number makes the sum none
	if (Number.isNaN(year + month + day + hour + minute + second)) return null;
	return values.wallSeconds(year, month, day, hour, minute, second);
}

/** Two digits as a number; NaN where one of the bytes is none. */
function twoDigits(bytes: Uint8Array, at: number): number {
	const tens = bytes[at]! - ZERO;
	const ones = bytes[at + 1]! - ZERO;
	return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NaN : tens * 10 + ones;
}
