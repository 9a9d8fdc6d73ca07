import { resolve, type Policy, type PolicyLine } from './schema';

/** A tier of a line as a range in thousandths of a per cent or of an event; null where it is open, `undefined` inclusion where the text leaves it unsaid. */
export interface Range {
	lower: number | null;
	lowerIn: boolean | undefined;
	upper: number | null;
	upperIn: boolean | undefined;
	/** Points off, in thousandths. */
	deduction: number;
	unit: 'percent' | 'count' | undefined;
}

const THOUSANDTHS = 3;

/** A decimal text as a whole number of thousandths. */
export function thousandths(decimal: string): number {
	const [whole, fraction = ''] = decimal.replace('-', '').split('.');
	const value = Number(`${whole ?? '0'}${fraction.padEnd(THOUSANDTHS, '0')}`);
	return decimal.startsWith('-') ? -value : value;
}

/** The tiers of a line from the best, whether it lists them or names bounds, edges and deductions; none while a reading they hang on is open. */
export function rangesOf(policy: Policy, line: PolicyLine): Range[] {
	if (line.tiers) {
		const bound = (value: string | undefined): number | null =>
			value === undefined ? null : thousandths(value);
		return line.tiers.map((tier) => ({
			lower: bound(tier.lower),
			lowerIn: tier.lower_in,
			upper: bound(tier.upper),
			upperIn: tier.upper_in,
			deduction: thousandths(tier.deduction),
			unit: tier.unit
		}));
	}
	const bounds = (line.bounds ?? []).map(thousandths);
	const edges = resolve(policy, line.edges, 'edges');
	const deductions = resolve(policy, line.deductions, 'deductions');
	if (!edges || !deductions || bounds.length === 0) return [];
	return deductions.map((deduction, i) => {
		const near = { at: bounds[i - 1] ?? null, in: i > 0 && edges[i - 1] === 'worse' };
		const far = { at: bounds[i] ?? null, in: i < bounds.length && edges[i] === 'better' };
		const [low, high] = line.direction === 'lower' ? [near, far] : [far, near];
		return {
			lower: low.at,
			lowerIn: low.in,
			upper: high.at,
			upperIn: high.in,
			deduction: thousandths(deduction),
			unit: undefined
		};
	});
}

/** Whether a value (thousandths) is in a range: `edge` where it stands on a bound whose inclusion is unsaid. */
export function holds(range: Range, value: number): 'in' | 'edge' | 'out' {
	const { lower, lowerIn, upper, upperIn } = range;
	if ((lower !== null && value < lower) || (upper !== null && value > upper)) return 'out';
	const unsaid = (value === lower && lowerIn === undefined) || (value === upper && upperIn === undefined);
	if ((value === lower && lowerIn === false) || (value === upper && upperIn === false)) return 'out';
	return unsaid ? 'edge' : 'in';
}

/** Thousandths as the number they are parts of. */
export const fromThousandths = (value: number): number => value / 10 ** THOUSANDTHS;

/** A range in words, in the line's unit: `0%`, `(0, 0.4]%`, `≥ 100%`. */
export function rangeText({ lower, lowerIn, upper, upperIn }: Range, unit: string): string {
	const plain = (value: number): string => `${String(fromThousandths(value))}${unit}`;
	if (lower !== null && lower === upper) return plain(lower);
	if (lower === null) return upper === 0 ? plain(0) : `${upperIn ? '≤' : '<'} ${plain(upper ?? 0)}`;
	if (upper === null) return `${lowerIn ? '≥' : '>'} ${plain(lower)}`;
	return `${lowerIn ? '[' : '('}${String(fromThousandths(lower))}, ${String(fromThousandths(upper))}${upperIn ? ']' : ')'}${unit}`;
}
