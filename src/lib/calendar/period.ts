export type PeriodKind = 'month' | 'quarter' | 'year';

/** What a period is, by its form: 2026-10, 2026Q4 or 2026. */
export const periodKind = (period: string): PeriodKind =>
	/^\d{4}$/.test(period) ? 'year' : period.includes('Q') ? 'quarter' : 'month';

export const quarterOf = (month: string): string =>
	`${month.slice(0, 4)}Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}`;

/** The period of a kind that holds a month. */
export const periodOf = (month: string, kind: PeriodKind): string =>
	kind === 'month' ? month : kind === 'quarter' ? quarterOf(month) : month.slice(0, 4);

/** The months of a period. */
export function monthsOf(period: string): string[] {
	const year = period.slice(0, 4);
	const month = (m: number): string => `${year}-${String(m).padStart(2, '0')}`;
	if (periodKind(period) === 'month') return [period];
	if (periodKind(period) === 'year') return Array.from({ length: 12 }, (_, i) => month(i + 1));
	const first = (Number(period.slice(5)) - 1) * 3 + 1;
	return [month(first), month(first + 1), month(first + 2)];
}

/** The period before or after. */
export function shifted(period: string, by: 1 | -1): string {
	const year = Number(period.slice(0, 4));
	const kind = periodKind(period);
	if (kind === 'year') return String(year + by);
	const per = kind === 'month' ? 12 : 4;
	const at = year * per + Number(period.slice(5)) - 1 + by;
	const [y, n] = [String(Math.floor(at / per)), (at % per) + 1];
	return kind === 'month' ? `${y}-${String(n).padStart(2, '0')}` : `${y}Q${String(n)}`;
}

/** A month and so many before it, the last first. */
export const monthsBefore = (month: string, count: number): string[] =>
	count === 0 ? [month] : [month, ...monthsBefore(shifted(month, -1), count - 1)];

/** The months of a month or quarter, or of a rolling span of three months. */
export const monthsOfSpan = (period: string): string[] =>
	period.includes('~') ? monthsBefore(period.split('~')[1]!, 2).reverse() : monthsOf(period);

/** A month, quarter or year as addresses write it. */
export const PERIOD = /^\d{4}(?:-(?:0[1-9]|1[0-2])|Q[1-4])?$/;
