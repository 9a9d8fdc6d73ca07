import { rounded } from '../../language/decimal';

/** Why a figure of a hand-made sheet is another than ours. */
export type DeviationCause =
	/** The rows that were counted are others, or some are missing on both sides of the line. */
	| 'rows'
	| 'missing'
	| 'denominator'
	/** On a bound, scored by the tier beside; or by a tier that it isn't in. */
	| 'edge'
	| 'tier'
	| 'rounding'
	| 'scale'
	| 'typing'
	| 'swapped'
	/** A part is left out of the total; or the sheet's own parts don't add up to it. */
	| 'part'
	| 'sum'
	| 'tie'
	/** It follows from another figure of the sheet that differs. */
	| 'follows';

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** Whether a number is another in which two digits beside each other have changed places. */
export function isExchanged(typed: string, ours: string): boolean {
	if (typed.length !== ours.length) return false;
	const off = [...typed].flatMap((digit, i) => (digit === ours[i] ? [] : [i]));
	if (off.length !== 2 || off.some((i) => !/\d/.test(typed[i]!) || !/\d/.test(ours[i]!))) return false;
	const [a, b] = off as [number, number];
	const isNext = b === a + 1 || (b === a + 2 && typed[a + 1] === '.');
	return isNext && typed[a] === ours[b] && typed[b] === ours[a];
}

/** Rounded in another way: cut off, up, or to fewer decimals. */
export function isRounding(typed: number, ours: string, decimals: number): boolean {
	// nothing is no rounding of something
	if (typed === 0) return false;
	const step = 10 ** -decimals;
	const exact = Number(ours);
	const cut = Math.trunc(exact / step + 1e-9) * step;
	if (!near(exact, cut) && (near(typed, cut) || near(typed, cut + Math.sign(exact || 1) * step))) return true;
	for (let fewer = decimals - 1; fewer >= 0; fewer--)
		if (near(typed, Number(rounded(ours, fewer))) && !near(typed, exact)) return true;
	return false;
}

/** The decimal point elsewhere by two or one, or per cent for parts of one. */
export const isScale = (typed: number, ours: string, decimals: number): boolean =>
	typed !== 0 &&
	[10, 100, 1000].some(
		(by) =>
			near(typed, Number(rounded(String(Number(ours) * by), decimals))) ||
			near(Number(rounded(String(typed * by), decimals)), Number(rounded(ours, decimals)))
	);
