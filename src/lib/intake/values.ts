const DAY = 86_400;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30) / 1000;
const SCALE = 6;
/** Excel's day of 1954: a smaller number is a year or a count, not a date. */
const FIRST_SERIAL = 20_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const CALENDAR =
	/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?|分)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2})(\d{2})(\d{2}))?$/;
const SERIAL = /^\d{1,5}(?:\.\d+)?$/;
const MONTH = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const NONE = new Set(['', '--', '/', '-', '—', 'null', 'NULL']);

/** True for a cell that says "nothing here": empty, `--` or `/`. */
export const isNone = (text: string): boolean => NONE.has(text);

/** Seconds since 1970 on the wall clock of the source for any date shape of exports.md, or null where it is no date. */
export function parseTime(text: string): number | null {
	const parts = CALENDAR.exec(text) ?? COMPACT.exec(text);
	if (parts) {
		const [year, month, day, hour, minute, second] = parts
			.slice(1)
			.map((p: string | undefined) => Number(p ?? 0));
		return wallSeconds(year!, month!, day!, hour!, minute!, second!);
	}
	if (SERIAL.test(text) && Number(text) >= FIRST_SERIAL) return Math.round(EXCEL_EPOCH + Number(text) * DAY);
	return null;
}

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

/** `YYYY-MM` of a month in any shape of exports.md (a full date counts as its month), or null. */
export function parseMonth(text: string): string | null {
	const parts = MONTH.exec(text);
	if (parts) {
		const month = Number(parts[2] ?? parts[3]);
		if (Number(parts[1]) < FIRST_YEAR || Number(parts[1]) > LAST_YEAR) return null;
		return month >= 1 && month <= 12 ? `${parts[1]!}-${String(month).padStart(2, '0')}` : null;
	}
	const seconds = parseTime(text);
	return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 7);
}

/** Full-width digits and signs as their usual forms; nothing else is changed. */
export const halfWidth = (text: string): string =>
	text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Millionths of a number or amount (`1,234.50`, `¥1,234.50`, `-¥5`, a bookkeeper's `(5.00)`, `1.2万`, full-width digits), half-up at the sixth decimal, or null. */
export function parseNumber(text: string): bigint | null {
	let plain = halfWidth(text)
		.replace(/^\(([^()+-]+)\)$/, '-$1')
		.replace(/^([+-]?)[¥￥$]\s*/, '$1')
		.replace(/\s*元$/, '');
	const tenThousands = plain.endsWith('万');
	if (tenThousands) plain = plain.slice(0, -1);
	if (GROUPED.test(plain)) plain = plain.replaceAll(',', '');
	else if (!PLAIN.test(plain)) return null;
	const negative = plain.startsWith('-');
	const [whole, fraction = ''] = plain.replace(/^[+-]/, '').split('.');
	const shift = tenThousands ? SCALE + 4 : SCALE;
	const digits = fraction.padEnd(shift + 1, '0');
	let value = BigInt((whole ?? '') + digits.slice(0, shift));
	if (digits[shift]! >= '5') value += 1n;
	if (value >= 10n ** 18n) return null;
	return negative ? -value : value;
}

/** True for an id that Excel has turned into a number (`1.23457E+17`): its digits are lost. */
export const isDamagedId = (text: string): boolean => /^-?\d+(?:\.\d+)?E\+?\d+$/i.test(text);

/** The form in which words and headers are compared: NFKC, lower case, no leading code (`1-物业服务`). */
export const bareWord = (text: string): string =>
	text
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/^\d+\s*[-–—:.、]\s*(?=\D)/, '');
