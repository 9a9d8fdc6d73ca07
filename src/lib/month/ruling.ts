import { measureKey } from '../policy/slice';
import { lineRow, unitRows } from '../compute/rows-of';
import type { PolicyLine } from '../policy/schema';
import type { Appeal } from '../record/appeals';
import type { Correction } from '../record/kinds/ledger';
import type { Situation } from './life';

/** The line of a unit's own card in a month, or undefined. */
export function lineOf(
	{ results, policyIn }: Pick<Situation, 'results' | 'policyIn'>,
	month: string,
	unitKind: string,
	unit: string,
	line: string
): PolicyLine | undefined {
	const [total] = unitRows(results.totals, month, unitKind, unit);
	const own = policyIn(month).scorecards.find((c) => c.scorecard === total?.scorecard);
	return own?.lines.find((l) => l.line === line);
}

/** The correction that a ruling on an appeal posts. */
export function correctionOf(
	situation: Pick<Situation, 'results' | 'policyIn'>,
	{ month, unitKind, unit, line, evidence }: Appeal,
	numerator: number,
	denominator: number
): Correction {
	const { results } = situation;
	const [row] = unitRows(results.units, month, unitKind, unit);
	const found = lineOf(situation, month, unitKind, unit, line);
	const cell = lineRow(results.lines, month, unitKind, unit, line);
	return {
		month,
		branch: row?.branch ?? unit,
		person: unitKind === 'person' ? unit : null,
		evidence,
		type: 'correction',
		measure: found ? measureKey(found) : '',
		line,
		unitKind,
		unit,
		numerator,
		denominator,
		source: `${cell?.numerator ?? '0'}/${cell?.denominator ?? '0'}`
	};
}
