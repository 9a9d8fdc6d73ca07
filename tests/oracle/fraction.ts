/** An exact fraction in lowest terms with a positive denominator. */
export interface Frac {
	n: bigint;
	d: bigint;
}

/** Makes the fraction n/d in lowest terms. */
export function frac(n: bigint | number, d: bigint | number = 1n): Frac {
	let top = BigInt(n);
	let bottom = BigInt(d);
	if (bottom === 0n) throw new Error('a fraction over 0');
	if (bottom < 0n) [top, bottom] = [-top, -bottom];
	let a = top < 0n ? -top : top;
	let b = bottom;
	while (b !== 0n) [a, b] = [b, a % b];
	return { n: top / a, d: bottom / a };
}

/** Zero. */
export const ZERO = frac(0n);

/** Reads a decimal text such as "-2", "7.5" or "82.50". */
export function decimal(text: string): Frac {
	const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
	if (!found) throw new Error(`not a decimal: "${text}"`);
	const part = found[3] ?? '';
	const value = frac(BigInt((found[2] ?? '') + part), 10n ** BigInt(part.length));
	return found[1] === '-' ? sub(ZERO, value) : value;
}

/** The sum of two fractions. */
export function add(a: Frac, b: Frac): Frac {
	return frac(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** The difference of two fractions. */
export function sub(a: Frac, b: Frac): Frac {
	return frac(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** The product of two fractions. */
export function mul(a: Frac, b: Frac): Frac {
	return frac(a.n * b.n, a.d * b.d);
}

/** The quotient of two fractions. */
export function div(a: Frac, b: Frac): Frac {
	return frac(a.n * b.d, a.d * b.n);
}

/** Below, at or above 0 as a is less than, equal to or greater than b. */
export function cmp(a: Frac, b: Frac): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The smaller of two fractions. */
export function min(a: Frac, b: Frac): Frac {
	return cmp(a, b) <= 0 ? a : b;
}

/** The greater of two fractions. */
export function max(a: Frac, b: Frac): Frac {
	return cmp(a, b) >= 0 ? a : b;
}

/** The sum of a list. */
export function sum(list: Frac[]): Frac {
	return list.reduce(add, ZERO);
}

/** The mean of a list, null where it is empty. */
export function mean(list: Frac[]): Frac | null {
	return list.length === 0 ? null : div(sum(list), frac(list.length));
}

/** Rounds half-up (half away from zero) to so many decimals. */
export function round(value: Frac, places: number): Frac {
	const scale = 10n ** BigInt(places);
	const size = value.n < 0n ? -value.n : value.n;
	const units = (2n * size * scale + value.d) / (2n * value.d);
	return frac(value.n < 0n ? -units : units, scale);
}

/** Prints with exactly so many decimals, rounded half-up. */
export function fixed(value: Frac, places: number): string {
	const rounded = round(value, places);
	const scale = 10n ** BigInt(places);
	const units = (rounded.n * scale) / rounded.d;
	const size = units < 0n ? -units : units;
	const text = size.toString().padStart(places + 1, '0');
	const whole = text.slice(0, text.length - places);
	const sign = units < 0n ? '-' : '';
	return places === 0 ? sign + whole : `${sign}${whole}.${text.slice(text.length - places)}`;
}

/** Prints with at most so many decimals, rounded half-up, without trailing zeros. */
export function trimmed(value: Frac, places: number): string {
	const text = fixed(value, places);
	return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}
