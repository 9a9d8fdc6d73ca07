import { halfWidth, plain } from './plain';
import { splitUnit, type Family, type Ratio } from './units';
import { wallTime } from '../calendar/zone';

const DAY = 86_400;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30) / 1000;
/** Excel's day of 1954: a smaller number is a year or a count, not a date. */
const FIRST_SERIAL = 20_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.source;
const HALF = '(上午|下午|早上|晚上|中午|凌晨|AM|PM)?';
const CLOCK = `${HALF}\\s*(\\d{1,2})[:时点](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,]\\d+)?秒?|分)?\\s*${HALF}`;
const ZONE = '(Z|(?:UTC|GMT)?\\s*[+-]\\d{2}:?\\d{2}|UTC|GMT)?';
const CALENDAR = new RegExp(`${DATE}(?:(?:T|\\s*)${CLOCK}\\s*${ZONE})?$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2})(\d{2})(\d{2}))?$/;
const SERIAL = /^\d{1,5}(?:\.\d+)?$/;
const MONTH = /^(\d{4})(?:([-/.年])(\d{1,2})(?:月份?)?|(\d{2}))$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const NONE = new Set(['', '--', '/', '-', '—', 'null', 'NULL']);

/** True for a cell that says "nothing here": empty, `--` or `/`. */
export const isNone = (text: string): boolean => NONE.has(text);

/** How a column's times are to be taken: the company's zone, and minutes east of UTC where the header says that all are so. */
export interface Clock {
	zone: string;
	offset: number | null;
}

export const WALL: Clock = { zone: 'Asia/Shanghai', offset: null };

/** Seconds since 1970 on the wall clock for any date shape of data/exports.json; a time with a zone is turned into the company's; a fraction of a second is cut; null where it is no date. */
export function parseTime(text: string, clock: Clock = WALL): number | null {
	const parts = CALENDAR.exec(text);
	if (parts) return calendarTime(parts, clock);
	const compact = COMPACT.exec(text);
	if (compact) {
		const [year, month, day, hour, minute, second] = compact
			.slice(1)
			.map((p: string | undefined) => Number(p ?? 0));
		return zoned(
			wallSeconds(year!, month!, day!, hour!, minute!, second!),
			compact[4] ? clock.offset : null,
			clock
		);
	}
	if (SERIAL.test(text) && Number(text) >= FIRST_SERIAL)
		return EXCEL_EPOCH + Math.floor(Math.round(Number(text) * DAY * 1000) / 1000);
	return null;
}

function calendarTime(parts: RegExpExecArray, clock: Clock): number | null {
	const [, year, month, day, before, hour, minute, second, after, zone] = parts as (string | undefined)[];
	const hours = hour === undefined ? 0 : halfDay(Number(hour), before ?? after);
	if (hours === null) return null;
	const local = wallSeconds(
		Number(year),
		Number(month),
		Number(day),
		hours,
		Number(minute ?? 0),
		Number(second ?? 0)
	);
	if (hour === undefined) return local;
	return zoned(local, zone === undefined ? clock.offset : zoneMinutes(zone), clock);
}

/** An hour of a half day as one of the day; null where the clock has no such hour. */
function halfDay(hour: number, half: string | undefined): number | null {
	if (half === undefined) return hour;
	if (hour > 12) return /^(?:下午|晚上|PM)$/i.test(half) ? hour : null;
	if (/^(?:下午|晚上|PM)$/i.test(half)) return (hour % 12) + 12;
	if (half === '中午') return hour < 6 ? hour + 12 : hour;
	return hour % 12;
}

function zoneMinutes(zone: string): number {
	const parts = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
	return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) : 0;
}

const zoned = (local: number | null, offset: number | null, { zone }: Clock): number | null =>
	local === null || offset === null ? local : wallTime(local - offset * 60, zone);

/** Seconds since 1970 of a wall-clock time, or null where the calendar has no such moment. */
export function wallSeconds(
	year: number,
	month: number,
	day: number,
	hour: number,
	minute: number,
	second: number
): number | null {
	if (year < FIRST_YEAR || year > LAST_YEAR) return null;
	if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
	if (day > 28 && day > daysInMonth(year, month)) return null;
	return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysInMonth = (year: number, month: number): number =>
	month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : LENGTHS[month - 1]!;

/** `YYYY-MM` of a month in any shape of data/exports.json (a full date counts as its month), or null; `2026.1` is none, because it may have been 2026.10. */
export function parseMonth(text: string): string | null {
	// a month that was stored as a number (202608.0)
	const parts = MONTH.exec(text.replace(/^(\d{6})\.0+$/, '$1'));
	if (parts) {
		const digits = parts[3] ?? parts[4]!;
		if (parts[2] === '.' && digits === '1' && !text.includes('月')) return null;
		const month = Number(digits);
		if (Number(parts[1]) < FIRST_YEAR || Number(parts[1]) > LAST_YEAR) return null;
		return month >= 1 && month <= 12 ? `${parts[1]!}-${String(month).padStart(2, '0')}` : null;
	}
	const seconds = parseTime(text);
	return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 7);
}

const ONE: Ratio = [1n, 1n];
const LENGTH_OF_TIME = /^(\d+):([0-5]?\d):([0-5]?\d)(?:\.\d+)?$/;

/** A number or amount (`1,234.50`, `¥1,234.50`, `-¥5`, a bookkeeper's `(5.00)`, `1.2万`, `3分钟`, full-width digits) in the unit that its header states, as units of 10^-`decimals` of the family's base unit, half-up at the last; null where it is none. */
export function parseNumber(
	text: string,
	family: Family = 'amount',
	decimals = 6,
	stated: Ratio = ONE
): bigint | null {
	const clock = family === 'duration' ? LENGTH_OF_TIME.exec(text) : null;
	if (clock)
		return (
			BigInt(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 10n ** BigInt(decimals)
		);
	const bare = halfWidth(text)
		.replace(/^\(([^()+-]+)\)$/, '-$1')
		.replace(/^([+-]?)[¥￥$]\s*/, '$1');
	const split = splitUnit(bare, family);
	// a cell's own unit says more than the header's; points of a scale stay points of it
	const [top, bottom] = split && family !== 'score' ? split.ratio : stated;
	let digits = (split?.number ?? bare).replace(/^([+-]?)[¥￥$]\s*/, '$1');
	if (GROUPED.test(digits)) digits = digits.replaceAll(',', '');
	else if (!PLAIN.test(digits)) return null;
	const negative = digits.startsWith('-');
	const [whole, fraction = ''] = digits.replace(/^[+-]/, '').split('.');
	const value = quotient(
		BigInt((whole ?? '') + fraction || '0') * top * 10n ** BigInt(decimals),
		bottom * 10n ** BigInt(fraction.length)
	);
	if (value >= 10n ** 18n) return null;
	return negative ? -value : value;
}

/** A quotient of positive whole numbers, half-up. */
export const quotient = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

const CALENDAR_ID =
	/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T\s].*)?$|^\d{1,2}月\d{1,2}日$|^\d{1,2}-[a-z]{3}(?:-\d{2,4})?$|^[a-z]{3}-\d{2}$|^\d{1,2}:\d{2}(?::\d{2})?$/i;

/** True for an id that Excel has turned into a number (`1.23457E+17`) or a date (3-1 into 3月1日): what it was is lost. */
export const isDamagedId = (text: string): boolean =>
	/^-?\d+(?:\.\d+)?E\+?\d+$/i.test(text) || CALENDAR_ID.test(text);

/** An id without the `.0` that some programs put behind whole numbers. */
export const wholeId = (text: string): string => text.replace(/^(\d+)\.0+$/, '$1');

const ERRORS =
	/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA|ERR!|ERROR!|不可用)|^(?:Err:\d{3})$/i;
const FORMULA =
	/^=\s*(?:\?\(\)|[-+(]|\$?[A-Z]{1,3}\$?\d|[A-Z][A-Z0-9.]*\(|'[^']+'!|[^!\s"]+!\$?[A-Z]|\d|"[^"]*"\s*&|\{)/i;

/** What a workbook's cell holds in place of a value: an error of Excel's, or a formula that was never computed; null where it is a value. */
export function noValue(text: string): 'error_cell' | 'no_result' | null {
	if (text.startsWith('#') || text.startsWith('E')) return ERRORS.test(text) ? 'error_cell' : null;
	return text.startsWith('=') && FORMULA.test(text) ? 'no_result' : null;
}

/** The form in which words and headers are compared: NFKC, lower case, no leading code (`1-物业服务`). */
export const bareWord = (text: string): string =>
	plain(text)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^\d+\s*[-–—:.、]\s*(?=\D)/, '');
