import { difference, placesOf, rounded, shifted, signOf, trimmed, type Decimal } from './decimal';

/** A number with 千分位 and a fixed number of decimals, half-up; without one as many as its text has. */
export function grouped(value: Decimal, decimals?: number): string {
	const own = typeof value === 'number' ? placesOf(value) : (value.split('.')[1]?.length ?? 0);
	const [whole = '', part] = rounded(value, decimals ?? own).split('.');
	const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return part === undefined ? parts : `${parts}.${part}`;
}

/** A rate as a percentage with two decimals, none where it is whole; with all it has where rounding would put it on a bound (in per cent). */
export function percent(rate: Decimal, bounds: readonly string[] = []): string {
	const exact = trimmed(shifted(rate, 2), 6);
	const text = rounded(exact, 2);
	const isOff =
		signOf(difference(exact, text)) !== 0 && bounds.some((b) => signOf(difference(b, text)) === 0);
	return `${isOff ? exact : text.replace(/\.00$/, '')}%`;
}

/** Points with as many decimals as they have, up to two. */
export const points = (value: Decimal): string => trimmed(value, 2);

/** A total, a mean or KPI points: two decimals. */
export const total = (value: Decimal): string => rounded(value, 2);

/** The points of a column: as many decimals as any of them has, up to two. */
export function pointsOf(values: (Decimal | null)[]): (value: Decimal) => string {
	const places = Math.min(2, Math.max(0, ...values.map((v) => (v === null ? 0 : placesOf(v)))));
	return (value) => rounded(value, places);
}

/** A signed number of points; a real minus sign, 0 without one. */
export function signed(value: Decimal): string {
	const text = points(value);
	const sign = signOf(text);
	return sign > 0 ? `+${text}` : sign < 0 ? text.replace('-', '−') : '0';
}

/** A change of yuan with thousands grouped; ±0 where there is none. */
export function signedYuan(value: Decimal): string {
	const text = rounded(value, 2).replace(/\.00$/, '');
	const sign = signOf(text);
	return `${sign > 0 ? '+' : sign < 0 ? '−' : '±'}${grouped(text).replace('-', '')}`;
}

/** Yuan: thousands grouped, fen where there are any. */
export const yuan = (value: Decimal): string => {
	const text = rounded(value, 2);
	return `¥${grouped(text.replace(/\.00$/, ''))}`;
};

/** Bytes in MB with one decimal. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e5 ? 2 : 1);
