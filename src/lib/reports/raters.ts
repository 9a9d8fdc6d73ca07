import type { Row } from '../engine/engine';
import type { Counted } from './evidence';
import { limitsOf } from '../policy/versions';
import type { Policy } from '../policy/schema';

/** The rows of a list that may be shown: those of group raters of a person are held back while there are fewer than the policy's minimum. */
export function shownRows<T extends Row>(
	list: Counted,
	rows: T[],
	policy: Policy
): { rows: T[]; held: number } {
	if (!list.anonymous) return { rows, held: 0 };
	const rated = (row: Row): string => `${String(row['c_month'])}/${String(row['c_person'] ?? '')}`;
	const raters = new Map<string, number>();
	for (const row of rows) raters.set(rated(row), (raters.get(rated(row)) ?? 0) + 1);
	const shown = rows.filter((row) => raters.get(rated(row))! >= limitsOf(policy).raters_shown_from);
	return { rows: shown, held: rows.length - shown.length };
}
