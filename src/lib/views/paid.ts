import type { AwardRow } from '../sql/rows';
import type { PeriodView, UnitPeriod } from './period-view';

/** A prize with the unit that it goes to; yuan. */
export interface Paid {
	rank: number;
	amount: string;
	unit: UnitPeriod;
}

/** The prizes of a quarter with their units; the ranking of another card has its own list. */
export const paidOf = (prizes: AwardRow[], quarter: PeriodView | null): Paid[] =>
	prizes.flatMap(({ unit: code, rank, amount }) => {
		const unit = quarter?.units.find((u) => u.unit === code);
		return unit ? [{ rank, amount, unit }] : [];
	});

/** The sum of a unit's monthly ranks (L49). */
export const rankSum = ({ months }: UnitPeriod): number =>
	months.reduce((sum, month) => sum + (month?.rank ?? 0), 0);
