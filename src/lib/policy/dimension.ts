import type { Formula } from './schema';

type Dimension = Record<string, number>;

/** What each quantity of a formula counts: exponents of its units. */
const QUANTITIES: Record<string, Dimension> = {
	callbacks: { callback: 1 },
	people: { person: 1 },
	due_days: { day: 1 },
	attended_days: { day: 1 },
	person_due_days: { person: 1, day: 1 },
	person_attended_days: { person: 1, day: 1 },
	quota_per_person_day: { callback: 1, person: -1, day: -1 },
	quota_per_person: { callback: 1, person: -1 }
};

/** The units that a formula leaves over, such as `day²`; empty where it is a pure share. Throws for a quantity that nobody knows. */
export function leftOver(formula: Formula): string {
	const sum: Dimension = {};
	const add = (quantity: string, sign: 1 | -1): void => {
		const units = QUANTITIES[quantity];
		if (!units) throw new Error(`no quantity "${quantity}"`);
		for (const [unit, power] of Object.entries(units)) sum[unit] = (sum[unit] ?? 0) + sign * power;
	};
	formula.over.forEach((q) => add(q, 1));
	formula.under.forEach((q) => add(q, -1));
	return Object.entries(sum)
		.filter(([, power]) => power !== 0)
		.map(([unit, power]) => `${unit}${power === 1 ? '' : power === 2 ? '²' : `^${String(power)}`}`)
		.join('·');
}

export const QUANTITY_NAMES = Object.keys(QUANTITIES);
export const isQuantity = (name: string): boolean => name in QUANTITIES;

/** What a formula gives in a case, in per cent; null where a figure is missing. */
export function percentOf(formula: Formula, figures: Record<string, string>): number | null {
	const product = (names: string[]): number => names.reduce((all, n) => all * Number(figures[n] ?? NaN), 1);
	const value = (100 * product(formula.over)) / product(formula.under);
	return Number.isFinite(value) ? value : null;
}
