import fc from 'fast-check';
import { adjust, type Adjustment } from '../../src/lib/compute/adjust';
import { loadSealed, type SealedRows } from '../../src/lib/compute/inputs';
import { loadShown, type Shown } from '../../src/lib/compute/shown';
import { loadThemes } from '../../src/lib/compute/themes';
import type { Engine } from '../../src/lib/engine/engine';
import { BUILT_IN } from '../../src/lib/intake/vocabulary';
import type { Policy } from '../../src/lib/policy/schema';
import { MEASURES } from '../../src/lib/sql/measures';
import { exportsOf } from './random-exports';
import { computed, load, RESTED, type TextFile } from './scored';
import { variedPolicy } from './varied';

/** All that a computation rests on, and what of it is shown. */
export interface Case {
	files: TextFile[];
	policies: Policy[];
	adjustments: Adjustment[];
	none: string[];
	sealed: SealedRows;
	shown: Shown;
}

const month = fc.constantFrom('2026-07', '2026-08', '2026-09', '2026-10');
const branch = fc.constantFrom('B1', 'B2', 'B3');

/** A month and a quarter that were sealed otherwise than they would be computed now. */
const SEALED: SealedRows = {
	ranks: ['B1', 'B2', 'B3'].map((unit, i) => [
		'2026-08',
		'2026-08',
		'branch',
		unit,
		'staff',
		`${String(90 + i)}.5`,
		3 - i,
		false,
		3
	]),
	prizes: [['2026-06', '2026Q2', 'quarter', 'branch', 'B1', 1, '500.00']]
};

const adjustment: fc.Arbitrary<Adjustment> = fc.record({
	measure: fc.constantFrom(...Object.keys(MEASURES)),
	unitKind: fc.constantFrom('branch', 'branch', 'person'),
	unit: fc.oneof(branch, fc.constantFrom('P1', 'P2')),
	month,
	numerator: fc.integer({ min: -2, max: 2 }),
	denominator: fc.integer({ min: -1, max: 3 })
});

/** A case of exports of at most so many records each. */
export const caseOf = (records: number): fc.Arbitrary<Case> =>
	fc
		.record({
			files: exportsOf(records),
			first: variedPolicy,
			later: variedPolicy,
			// months before any version of the rules have records, too
			from: fc.constantFrom('2020-01', '2026-08'),
			adjustments: fc.array(adjustment, { maxLength: 60 }),
			none: fc.constantFrom(RESTED, RESTED, RESTED, [], ['tickets']),
			sealed: fc.constantFrom(SEALED, { ranks: [], prizes: [] }),
			shown: fc.record({
				now: fc.constantFrom<string[][]>(
					['2026-10'],
					['2026-09', '2026-10'],
					['2026-07', '2026-08', '2026-09']
				),
				// of March nothing is there
				before: fc.constantFrom<string[][]>(['2026-08'], ['2026-03'], ['2026-06', '2026-07']),
				today: fc.constantFrom('2026-10-19', '2026-10-02', '2026-10-20'),
				branch: fc.constantFrom(null, null, 'B1'),
				stages: fc.constantFrom(undefined, undefined, { now: 'S1', before: null }),
				kind: fc.constantFrom(null, null, 'patrol'),
				sampling: fc.record({
					dataset: fc.constantFrom('callbacks', 'tickets'),
					seed: fc.constantFrom('S', 'T'),
					perWeek: fc.constantFrom(1, 2, 5)
				})
			})
		})
		.map(({ first, later, from, ...rest }) => ({
			...rest,
			policies: [
				{ ...first, in_force_from: from },
				{ ...later, policy: 'later', in_force_from: '2026-09' }
			]
		}));

/** Has an engine hold a case, computed. */
export async function stand(
	db: Engine,
	{ files, policies, adjustments, none, sealed, shown }: Case
): Promise<void> {
	await load(files, policies, db, BUILT_IN, { none });
	await adjust(db, adjustments);
	await loadThemes(db, BUILT_IN);
	await loadSealed(db, sealed);
	await computed(db);
	await loadShown(db, shown);
}

/** Takes out of an engine what the files of the next case wouldn't replace. */
export async function cleared(db: Engine): Promise<void> {
	await loadSealed(db, { ranks: [], prizes: [] });
	await db.exec('delete from staging.adjustment');
}
