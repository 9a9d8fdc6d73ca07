import { describe, expect, it } from 'vitest';
import { beyondOf, opposite } from '../../../src/lib/month/correction';
import type { Correction } from '../../../src/lib/record/kinds/ledger';
import { EMPTY_RESULTS } from '../../../src/lib/sql/rows';
import { policyWith } from '../../support/policy';
import { lineRow } from '../../support/rows';

const line = policyWith().scorecards[0]!.lines.find((l) => l.line === 'callback_completion')!;
const correction = (numerator: number, denominator: number): Correction => ({
	month: '2026-09',
	branch: 'B1',
	person: null,
	evidence: 'x',
	type: 'correction',
	measure: line.measure,
	line: line.line,
	unitKind: 'branch',
	unit: 'B1',
	numerator,
	denominator,
	source: ''
});
const counted = (numerator: string, denominator: string) => ({
	...EMPTY_RESULTS,
	lines: [lineRow({ line: line.line, numerator, denominator })]
});

describe('a correction that is taken back', () => {
	it('is refused where another has used what it gave', () => {
		// of 18, ten were added and fifteen taken: taking the ten back would leave fewer than none
		expect(beyondOf(counted('18', '40'), line, correction(10, 0))).toBeNull();
		expect(beyondOf(counted('3', '40'), line, opposite(correction(10, 0)))).toEqual({
			what: 'numerator',
			is: '3',
			by: -10
		});
		expect(beyondOf(counted('13', '40'), line, opposite(correction(10, 0)))).toBeNull();
	});
});
