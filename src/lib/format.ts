/** A number with 千分位 and a fixed number of decimals; exact text in, text out. */
export function grouped(value: string | number, decimals?: number): string {
	const number = Number(value);
	const places = decimals ?? String(value).split('.')[1]?.length ?? 0;
	return number.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A rate as a percentage with two decimals, trailing zeros kept off whole numbers. */
export function percent(rate: string | number): string {
	const value = Number(rate) * 100;
	return `${value === Math.round(value) ? String(value) : value.toFixed(2)}%`;
}

/** Points with as many decimals as they have, up to two. */
export const points = (value: string | number): string => String(Math.round(Number(value) * 100) / 100);

/** A total on screen: two decimals. */
export const total = (value: string | number): string => Number(value).toFixed(2);

/** A signed number of points; a real minus sign, 0 without one. */
export function signed(value: number): string {
	const text = points(Math.abs(value));
	return value > 0 ? `+${text}` : value < 0 ? `−${text}` : '0';
}

/** A change of yuan with thousands grouped; ±0 where there is none. */
export const signedYuan = (value: number): string =>
	`${value > 0 ? '+' : value < 0 ? '−' : '±'}${grouped(Math.abs(value))}`;

/** Bytes in MB with one decimal. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e5 ? 2 : 1);
