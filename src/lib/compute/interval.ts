/** Where a share of k out of n lies with 95 % certainty, by Wilson's score interval, in parts per one; null where k isn't a part of a whole number n. */
export function wilson(k: number, n: number): [low: number, high: number] | null {
	if (!Number.isInteger(n) || n <= 0 || k < 0 || k > n) return null;
	const z = 1.959964;
	const centre = (k + (z * z) / 2) / (n + z * z);
	const half = (z / (n + z * z)) * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
	return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
