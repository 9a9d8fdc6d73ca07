/** A decimal number: exact as text; a number counts to nine decimals, so that binary noise is none of it. */
export type Decimal = string | number;

const NOISE = 9;
const TEXT = /^([-+]?)(\d*)(?:\.(\d*))?$/;

/** A decimal as so many units of 10^-`places`; throws where the text is no plain number. */
function parsed(value: Decimal): { units: bigint; places: number } {
	const text = typeof value === 'number' ? value.toFixed(NOISE) : value;
	const [, sign, whole = '', part = ''] = TEXT.exec(text) ?? [];
	if (sign === undefined || whole + part === '') throw new Error(`"${String(value)}" is no decimal number`);
	const units = BigInt(whole + part);
	return { units: sign === '-' ? -units : units, places: part.length };
}

function written(units: bigint, places: number): string {
	const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
	const whole = digits.slice(0, digits.length - places);
	return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

/** A quotient as a whole number, its half rounded away from zero. */
function halfAway(n: bigint, d: bigint): bigint {
	const size = n < 0n ? -n : n;
	const kept = (2n * size + d) / (2n * d);
	return n < 0n ? -kept : kept;
}

/** A decimal with so many places, its half rounded away from zero. */
export function rounded(value: Decimal, places: number): string {
	const { units, places: own } = parsed(value);
	if (own <= places) return written(units * 10n ** BigInt(places - own), places);
	return written(halfAway(units, 10n ** BigInt(own - places)), places);
}

/** A decimal with at most so many places and no zeros at its end. */
export const trimmed = (value: Decimal, most: number): string =>
	rounded(value, most)
		.replace(/(\.\d*?)0+$/, '$1')
		.replace(/\.$/, '');

/** The sum of decimals, exact. */
export function sumOf(values: Decimal[]): string {
	const all = values.map(parsed);
	const places = all.reduce((most, v) => Math.max(most, v.places), 0);
	const units = all.reduce((sum, v) => sum + v.units * 10n ** BigInt(places - v.places), 0n);
	return written(units, places);
}

/** The mean of decimals, at least one, with so many places, half away from zero. */
export function meanOf(values: Decimal[], places: number): string {
	const { units, places: own } = parsed(sumOf(values));
	const over = BigInt(values.length) * 10n ** BigInt(own);
	return written(halfAway(units * 10n ** BigInt(places), over), places);
}

/** A decimal with the other sign. */
export const negated = (value: Decimal): string => {
	const { units, places } = parsed(value);
	return written(-units, places);
};

/** What a decimal is more than another, exact. */
export const difference = (a: Decimal, b: Decimal): string => sumOf([a, negated(b)]);

/** A decimal times a power of ten, exact. */
export function shifted(value: Decimal, by: number): string {
	const { units, places } = parsed(value);
	return by <= places ? written(units, places - by) : written(units * 10n ** BigInt(by - places), 0);
}

/** -1, 0 or 1. */
export function signOf(value: Decimal): number {
	const { units } = parsed(value);
	return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** How many places the text of a decimal has, without zeros at its end. */
export const placesOf = (value: Decimal): number => trimmed(value, NOISE).split('.')[1]?.length ?? 0;
