import { difference, shifted, signOf, sumOf } from '../language/decimal';
import type { Adjustment } from '../compute/adjust';
import { MEASURES } from '../sql/measures';
import type { Correction } from '../record/kinds/ledger';
import type { LedgerEntry } from '../record/ledger';
import type { PolicyLine } from '../policy/schema';
import type { Results } from '../sql/rows';
import { lineRow, unitRows } from '../compute/rows-of';

/** The correction that takes another back. */
export const opposite = (correction: Correction): Correction => ({
	...correction,
	numerator: -correction.numerator,
	denominator: -correction.denominator
});

/** What a correction would leave that can't be: so many of a number that has only so many, or more found than looked at. */
export interface Beyond {
	what: 'numerator' | 'denominator' | 'points' | 'share';
	is: string;
	by: number;
}

/** Why a correction reaches beyond what the line counts, or null: nothing counts less than nothing, and a share is no more than the whole. */
export function beyondOf(
	results: Results,
	line: PolicyLine,
	correction: Pick<Correction, 'month' | 'unitKind' | 'unit' | 'line' | 'numerator' | 'denominator'>
): Beyond | null {
	const { month, unitKind, unit, numerator, denominator } = correction;
	const cell = lineRow(results.lines, month, unitKind, unit, correction.line);
	const counted = {
		numerator: cell?.numerator ?? '0',
		denominator: cell?.denominator ?? '0',
		points: unitRows(results.totals, month, unitKind, unit)[0]?.audit ?? '0'
	};
	const isShort = (is: string, by: number): boolean => signOf(sumOf([is, by])) < 0;
	if (isShort(counted.numerator, numerator))
		return { what: 'numerator', is: counted.numerator, by: numerator };
	const second = line.scoring === 'points_off' ? 'points' : 'denominator';
	if (isShort(counted[second], denominator)) return { what: second, is: counted[second], by: denominator };
	const { kind, over_full } = MEASURES[line.measure] ?? {};
	const after = [sumOf([counted.numerator, numerator]), sumOf([counted.denominator, denominator])] as const;
	return kind === 'share' && !over_full && signOf(difference(...after)) > 0
		? { what: 'share', is: `${counted.numerator}/${counted.denominator}`, by: numerator }
		: null;
}

/** What an entry of the ledger changes of what is counted, as a trial takes it; a merit's points in thousandths. */
export function adjustmentOf(entry: LedgerEntry): Adjustment {
	const { month, branch, person, type } = entry;
	const whose =
		type === 'correction'
			? { unitKind: entry.unitKind, unit: entry.unit, month }
			: { unitKind: person === null ? 'branch' : 'person', unit: person ?? branch, month };
	if (type === 'correction')
		return {
			...whose,
			measure: entry.measure,
			numerator: entry.numerator,
			denominator: entry.denominator
		};
	return {
		...whose,
		measure: type,
		numerator: type === 'audit' ? 1 : 0,
		denominator: Number(type === 'merit' ? shifted(entry.points, 3) : entry.points)
	};
}
