/** What marks are whole multiples of, and the most marks a mean is thought to be of. */
const GRAINS = [1, 0.5, 0.1, 0.01];
const MOST = 400;
/** Half of the last decimal that a mean was rounded to. */
const HALF = 0.0000005;

/** A mean that was rounded to six decimals as the quotient that it came from, `271/3`; null where it needs none or none is near. */
export function exactMean(text: string): string | null {
	const mean = Number(text);
	const isNear = (value: number): boolean => Math.abs(value - mean) < HALF;
	for (const grain of GRAINS)
		for (let count = 1; count <= MOST; count++) {
			const sum = Math.round((mean * count) / grain);
			if (isNear((sum * grain) / count))
				return Number.isInteger(mean * 1000)
					? null
					: `${String(Number((sum * grain).toFixed(2)))}/${String(count)}`;
		}
	return null;
}
