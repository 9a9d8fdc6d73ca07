import { format } from 'numfmt';

/** The days that serial dates count from, in milliseconds since 1970. */
export const EPOCH_1900 = Date.UTC(1899, 11, 30);
export const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
const SAFE_DIGITS = 15;

/** A number's stored digits; a whole number of more than 15 has lost some and is written so that it shows. */
export function storedText(value: number): string {
	if (Math.abs(value) >= 10 ** SAFE_DIGITS) return value.toExponential(SAFE_DIGITS - 1).toUpperCase();
	const digits = Number(value.toPrecision(SAFE_DIGITS));
	return /e/.test(String(digits)) ? digits.toFixed(20).replace(/0+$/, '') : String(digits);
}

/** A date as text, cut to the second; a midnight is a date alone. */
function dateText(date: Date): string {
	const text = new Date(Math.floor(date.getTime() / 1000) * 1000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
	return text.endsWith(' 00:00:00') ? text.slice(0, 10) : text;
}

const cache = new Map<string, string>();

/** A number format as numfmt reads it: Excel's Chinese `!` escapes and `G/通用格式` in their English forms. */
function pattern(code: string): string {
	let known = cache.get(code);
	if (known === undefined) {
		const parts = code.split(/("[^"]*"?|\\.)/);
		known = parts
			.map((part, i) =>
				i % 2 === 1 ? part : part.replace(/!(.)/g, '\\$1').replace(/G\/通用格式/g, 'General')
			)
			.join('');
		cache.set(code, known);
	}
	return known;
}

const PLAIN = /^(?:general|@|)$/i;

/** Excel's number format as the text that it makes of a number; null where the format can't be read. */
function formatted(value: number, code: string): string | null {
	try {
		return format(pattern(code), value, { locale: 'zh-CN', throws: true });
	} catch {
		return null;
	}
}

/** True for a format of elapsed time ([h]:mm) or of the time alone. */
const isClock = (code: string): boolean => {
	const bare = code.replace(/"[^"]*"|\\./g, '');
	return /\[[hms]+\]/i.test(bare) || (/[hs]/i.test(bare) && !/[yd]/i.test(bare.replace(/\[[^\]]*\]/g, '')));
};

/** A number as it is shown: with its stored precision where the format only rounds, as the format writes it where that changes the value or its unit. */
function shownNumber(value: number, code: string): string {
	const stored = storedText(value);
	if (PLAIN.test(code.trim()) || Math.abs(value) >= 10 ** SAFE_DIGITS) return stored;
	const shown = formatted(value, code)?.trim();
	if (shown === undefined) return stored;
	const isPercent = code.replace(/"[^"]*"|[\\!]./g, '').includes('%');
	if (isPercent && /^[-+]?[\d.,]+%$/.test(shown)) return `${shifted(stored, 2)}%`;
	if (value === 0 && /^[-–—]?$/.test(shown)) return stored;
	const number = bareNumber(shown);
	if (number === null) return shown;
	const decimals = (number.split('.')[1] ?? '').length;
	const same = Math.abs(Number(number) - value) <= 0.5000001 * 10 ** -decimals + Math.abs(value) * 1e-15;
	if (!same) return shown;
	return decimals >= (stored.split('.')[1] ?? '').length && !/E/.test(shown) ? shown : stored;
}

/** The number in a text with grouping, currency or a bookkeeper's brackets, or null where it is more than a number. */
function bareNumber(shown: string): string | null {
	const plain = shown
		.replace(/^\((.*)\)$/, '-$1')
		.replace(/[¥￥$]\s*/, '')
		.replace(/\s/g, '')
		.replaceAll(',', '');
	return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?$/i.test(plain) ? plain : null;
}

/** Decimal text with its point moved to the right. */
export function shifted(text: string, places: number): string {
	if (/E/i.test(text)) return String(Number(text) * 10 ** places);
	const negative = text.startsWith('-');
	const [whole, fraction = ''] = text.replace('-', '').split('.');
	const digits = whole! + fraction.padEnd(places, '0');
	const at = whole!.length + places;
	const moved = `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
	return (negative ? '-' : '') + (moved === '' ? '0' : moved);
}

/** Excel counts a 29 February 1900 that never was: days before it are one less than they seem. */
const LEAP_1900 = Date.UTC(1900, 2, 1);

const serialOf = (date: Date, epoch: number): number =>
	(date.getTime() - epoch) / DAY - (epoch === EPOCH_1900 && date.getTime() < LEAP_1900 ? 1 : 0);

/** A value by its number format: a date with all that is stored of it, a time alone or a span as the format writes it. */
export function valueText(
	value: string | number | boolean | Date | null,
	code: string,
	epoch: number
): string {
	if (value === null) return '';
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return shownNumber(value, code);
	const serial = serialOf(value, epoch);
	if (!isClock(code) && serial >= 1) return dateText(value);
	return formatted(serial, code) ?? dateText(value);
}
