/** What marks are whole multiples of, and the most marks a mean is thought to be of. */
const GRAINS = [1, 0.5, 0.1, 0.01];
const MOST = 400;
/** Half of the last decimal that a mean was rounded to. */
const HALF = 0.0000005;
const isShort = (text: string): boolean => Number.isInteger(Number(text) * 1000);

/** The quotients that a mean of six decimals can have been rounded from, the likeliest first; none of one that is exact. */
function* quotients(text: string): Generator<string> {
	if (isShort(text)) return;
	const mean = Number(text);
	for (const grain of GRAINS)
		for (let count = 2; count <= MOST; count++) {
			const sum = Math.round((mean * count) / grain);
			if (Math.abs((sum * grain) / count - mean) < HALF)
				yield `${String(Number((sum * grain).toFixed(2)))}/${String(count)}`;
		}
}

/** A mean that was rounded to six decimals as the likeliest quotient that it came from, `271/3`; null where it needs none or none is near. */
export function exactMean(text: string): string | null {
	const [first] = quotients(text);
	return first ?? null;
}

/** What a quotient or decimal comes to. */
export const quotientOf = (text: string): number => {
	const [over, under = '1'] = text.split('/');
	return Number(over) / Number(under);
};

const TRIED = 40;
const MORE = 0.0000001;

/** Means as they can have been before they were rounded: themselves, quotients, then a seventh decimal. */
function candidates(text: string | null): string[] {
	if (text === null || isShort(text)) return [text ?? ''];
	const near = [...quotients(text)].slice(0, TRIED);
	const between = [1, -1, 2, -2, 3, -3, 4, -4].map((by) => (Number(text) + by * MORE).toFixed(7));
	return [...near.slice(0, 1), text, ...near.slice(1), ...between];
}

/** Means (null where there is none) such that what is computed from them is what was computed from the exact ones; as they were rounded where none are found. */
export function fittingMeans(
	means: [self: string | null, group: string | null],
	fits: (self: number, group: number) => boolean
): [self: string | null, group: string | null] {
	const [selves, groups] = means.map(candidates) as [string[], string[]];
	for (const self of selves)
		for (const group of groups)
			if (fits(quotientOf(self || '0'), quotientOf(group || '0')))
				return [means[0] === null ? null : self, means[1] === null ? null : group];
	return means;
}
