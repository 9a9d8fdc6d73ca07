import type { Policy } from '../policy/schema';
import { inserted, literal } from '../sql/literal';
import { PIPELINE } from '../sql/pipeline';
import type { Adjustment } from './adjust';

/** What to try: the versions to score by, changes of the input, and the months and kind of unit to score (none: all). */
export interface Trial {
	/** The versions that the engine holds. */
	inForce: Policy[];
	policies: Policy[];
	adjustments: Adjustment[];
	months: string[];
	unitKind: string;
	/** Another kind that is scored beside it, where that is the one that is paid. */
	beside?: string | undefined;
	/** The period whose ranks are read; null: all. */
	period: string | null;
	/** Sealed months among them that are scored like the others; all unless said. */
	unsealed?: string[];
	/** Raters whose sheets are left out. */
	without?: { role: string; rater: string }[];
	/** The unit whose lines are read, too. */
	watch?: string;
	/** The readings that differ; where none of them is named by the rows' or measures' SQL, the measures stand. */
	readings: string[];
}

/** A trial as a screen asks for it: the workspace knows what is in force. */
export type Attempt = Omit<Trial, 'inForce'>;

/** What is counted from the facts by the policy's readings. */
export const COUNTED = PIPELINE.map((r) => r.name).filter((name) => /^(rows|counted|measures)\./.test(name));

/** What follows from a policy. */
export const LATER = PIPELINE.slice(PIPELINE.findIndex((r) => r.name === 'policy.choice')).map((r) => r.name);

/** What no trial shows. */
export const SKIPPED = new Set(
	PIPELINE.map((r) => r.name).filter((name) => /^(reports|awards\.(followup|year)|scores\.next)/.test(name))
);

/** What doesn't follow from the lines of the versions. */
export const BESIDE_LINES = new Set([
	'policy.rule',
	'policy.month_part',
	'scores.rating',
	'scores.value',
	'rankings.barred',
	'rankings.span',
	'rankings.renamed'
]);

/** What follows from the versions' points for merits, but not from their lines. */
export const BESIDE_MERITS = new Set(['scores.ledger', 'scores.beside']);

/** A branch whose card scores the staff's mean needs the persons scored too. */
export const scoresStaffOfBranches = ({ scorecards }: Policy): boolean =>
	scorecards.some(
		({ applies_to, lines }) =>
			applies_to.units.includes('branch') && lines.some((line) => line.measure === 'staff_appraisal')
	);

/** The kinds of unit that a trial scores. */
export const kindsOf = ({ unitKind, beside }: Pick<Trial, 'unitKind' | 'beside'>): string[] => [
	unitKind,
	...(beside !== undefined && beside !== unitKind ? [beside] : [])
];

const among = (column: string, values: string[]): string =>
	`${column} in (${values.map(literal).join(', ')})`;

/** Names the months and kinds of unit that are scored; none names all. */
export const scope = ({ months, ...kinds }: Pick<Trial, 'months' | 'unitKind' | 'beside'>): string[] => [
	'delete from staging.scope',
	...inserted(
		'staging.scope',
		months.flatMap((month) => kindsOf(kinds).map((kind) => [month, kind]))
	)
];

/** Leaves the points of every other line as they stand; months out of scope are summed by nobody. */
export function keepOthers(
	touched: [string, string][],
	scored: Pick<Trial, 'months' | 'unitKind' | 'beside'>
): string[] {
	// where no line differs, the row that names none keeps them all
	if (touched.length === 0) return inserted('staging.touched', [['', '']]);
	const lines = touched.map(([card, line]) => `(scorecard = ${literal(card)} and line = ${literal(line)})`);
	return [
		...inserted('staging.touched', touched),
		// by name: a scan passes over rows of another value faster than a join drops them
		`delete from scores.line
		where (${lines.join(' or ')}) and ${among('month', scored.months)} and ${among('unit_kind', kindsOf(scored))}`
	];
}

/** Leaves raters' sheets out. */
export const leaveOut = (raters: NonNullable<Trial['without']>): string[] =>
	inserted(
		'staging.left_rater',
		raters.map(({ role, rater }) => [role, rater])
	);

/** Has the ledger's corrections of lines follow what those lines count now. */
export function rekey(keys: [before: string, after: string][]): string[] {
	if (keys.length === 0) return [];
	// at once: what one line counts now may be what another counted
	const cases = keys.map(([before, after]) => `when ${literal(before)} then ${literal(after)}`).join(' ');
	return [`update staging.adjustment set measure = case measure ${cases} else measure end`];
}

/** A trial asks what would be: sealed months among those tried are scored like the others. */
export function unseal(months: string[]): string[] {
	const which = months.length === 0 ? '' : `where ${among('month', months)}`;
	return [`delete from staging.sealed ${which}`, `delete from staging.sealed_prize ${which}`];
}
