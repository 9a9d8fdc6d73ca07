import { PERSONAL_KINDS } from '../language/personal-kinds';
import { z } from './zod';
import { isZone } from '../calendar/zone';
import {
	text,
	clockTime,
	CLOCKS,
	HOLD_REASONS,
	month,
	decimal,
	signed,
	formula,
	tier,
	alternative,
	reading,
	line,
	scorecard
} from './schema-parts';

/** A policy file: the handbook's rules and every chosen reading of them, as data. */
export const policySchema = z.strictObject({
	$schema: z.optional(z.string()),
	policy: z.string().check(z.regex(/^[\w.-]+$/)),
	title: text,
	in_force_from: month,
	author: z.string(),
	reason: z.string(),
	readings: z.record(z.string(), reading),
	scorecards: z.array(scorecard).check(z.minLength(1)),
	/** Measures that the text names, and the line that scores each; null where the table has none. */
	mentions: z.array(z.strictObject({ title: text, clause: z.string(), line: z.nullable(z.string()) })),
	/** Warnings of the policy check that stand on purpose, each with its reason. */
	acknowledged: z.array(
		z.strictObject({
			code: z.string(),
			scorecard: z.string(),
			line: z.string(),
			reason: z.string().check(z.minLength(1))
		})
	),
	/** Head office's own limits, of which the text says nothing; a version without them takes the built-in version's. */
	limits: z.optional(
		z.strictObject({
			/** Working days after the bulletin within which a line can be appealed. */
			appeal_days: z.int().check(z.minimum(0)),
			/** Entries of more points than this need a second name. */
			confirm_above: decimal,
			/** Group raters of a person are shown from this number on. */
			raters_shown_from: z.int().check(z.minimum(1)),
			/** What a branch sees of others' ranks in what is handed over: nothing, totals without names (unless said otherwise), or names too. */
			ranking_seen: z.optional(z.enum(['own', 'totals', 'names'])),
			/** Where the company is: times that name another zone are turned into this one's (Asia/Shanghai unless said). */
			time_zone: z.optional(z.string().check(z.refine(isZone, 'unknown time zone')))
		})
	),
	/** Personal data that a role doesn't need and sees masked; roles that aren't listed see all, a version without the table takes the built-in version's. */
	masks: z.optional(
		z.array(
			z.strictObject({
				role: z.enum(['hr', 'branch_manager', 'head_office', 'staff']),
				hides: z.array(z.enum(PERSONAL_KINDS))
			})
		)
	),
	/** Rules of the parts beside the scorecards; a version without them takes the built-in version's. */
	parts: z.optional(
		z.strictObject({
			/** A callback is due so many days after its trigger, moved past days off or not, and late after so many more (L220-224). */
			callback_due: z.strictObject({
				days: z.int().check(z.minimum(0), z.maximum(60)),
				grace: z.int().check(z.minimum(0), z.maximum(30)),
				moved: z.boolean(),
				/** A call counts from so many days after the trigger on. */
				earliest: z.optional(z.int().check(z.minimum(0))),
				/** Classes of customers without a deadline (L224). */
				flexible: z.optional(z.array(z.string())),
				clause: z.string()
			}),
			/** Bands of so many percentage points below the standard (L239). */
			callback_band: z.strictObject({
				standard: decimal,
				width: decimal.check(z.refine((text) => Number(text) > 0)),
				count: z.enum(['floor', 'ceil']),
				clause: z.string()
			}),
			/** Hours within which a severe case is reported (L243). */
			severe: z.strictObject({ hours: z.int().check(z.minimum(1)), clause: z.string() }),
			/** What the collection rate divides by, and the reasons for which a home isn't expected to pay (L189-190). */
			fee_rate: z.strictObject({
				denominator: z.enum(['amount', 'all_homes', 'eligible_homes']),
				exempt: z.array(z.string()),
				clause: z.string()
			}),
			/** From when on callbacks are listed for a person to judge. */
			truth: z.strictObject({
				/** Callbacks to one number in a month. */
				same_number: z.int().check(z.minimum(2)),
				/** Callbacks of one person within so many minutes. */
				pace: z.strictObject({
					callbacks: z.int().check(z.minimum(2)),
					minutes: z.int().check(z.minimum(1))
				}),
				/** Times that one person wrote one remark of at least so many characters. */
				copied: z.strictObject({ times: z.int().check(z.minimum(2)), length: z.int().check(z.minimum(1)) }),
				/** Rated callbacks of one person, all of one rating. */
				same_rating: z.int().check(z.minimum(2))
			}),
			/** The mark from which an answer closes a complaint, where satisfaction is a mean of marks (L327). */
			satisfied_from: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
			/** A home or asset is reported again within so many days before the months shown (L181). */
			repeat: z.optional(
				z.strictObject({ days: z.int().check(z.minimum(0), z.maximum(3660)), clause: z.string() })
			),
			/** How time runs where it is scored, and for which holds it doesn't. */
			clocks: z.optional(
				z.strictObject({
					/** Of tickets with a due time: day and night, the working hours below, or working days. */
					tickets: z.enum(CLOCKS),
					/** Of complaints that are to be resolved within hours. */
					complaints: z.enum(CLOCKS),
					/** Of severe cases, logged work and reports, each until its deadline; day and night unless said otherwise. */
					severe: z.optional(z.enum(CLOCKS)),
					logs: z.optional(z.enum(CLOCKS)),
					reports: z.optional(z.enum(CLOCKS)),
					/** Reasons of holds that stop the clock; `unnamed` where none was written. */
					stops: z.array(z.enum(HOLD_REASONS)),
					/** Working hours of the day, of a branch or (no branch) of all others. */
					office_hours: z.array(
						z.strictObject({
							branch: z.optional(z.string()),
							opens: clockTime,
							closes: clockTime,
							on: z.enum(['working', 'every'])
						})
					),
					clause: z.string()
				})
			),
			/** A unit with fewer rows behind a rate of its card isn't ranked; 0 ranks all. */
			not_rankable_below: z.int().check(z.minimum(0)),
			/** Who isn't ranked yet; 0 ranks all. */
			ranked: z.optional(
				z.strictObject({
					/** Months since hiring, that of hiring the first, in which a person isn't ranked. */
					newcomer_months: z.int().check(z.minimum(0), z.maximum(24)),
					/** Months since its opening in which a branch isn't ranked. */
					branch_months: z.int().check(z.minimum(0), z.maximum(24)),
					/** Months since another branch went into it in which a branch isn't ranked; 0 where nothing is said. */
					merged_months: z.optional(z.int().check(z.minimum(0), z.maximum(24))),
					/** A person who was present for less of the days due, in per cent, isn't ranked. */
					least_present: decimal,
					clause: z.string()
				})
			),
			/** What the spot-check desk draws: shares of records by risk, in per cent of what is drawn, the rest by chance alone. */
			sampling: z.optional(
				z.strictObject({
					finding: decimal,
					complaint: decimal,
					low_rating: decimal,
					newcomer: decimal,
					silence: decimal,
					/** At least so many a person and week. */
					per_person: z.int().check(z.minimum(0), z.maximum(20)),
					/** Months since hiring in which a person is new. */
					new_months: z.int().check(z.minimum(0), z.maximum(24)),
					/** Days without an answer that are a long silence. */
					silent_days: z.int().check(z.minimum(1), z.maximum(365)),
					clause: z.string()
				})
			),
			/** Reward of the month's first group, and the steps of the penalty for one that is last so many months running (L291-292); null while undecided. */
			groups: z.strictObject({
				first: z.nullable(decimal),
				last_from: z.int().check(z.minimum(1)),
				penalties: z.array(decimal),
				clause: z.string()
			})
		})
	),
	/** Bands of the total from the best, each from its lowest score on; none while grades are off. */
	grades: z.array(
		z.strictObject({ grade: z.string(), title: text, from: decimal, coefficient: z.optional(decimal) })
	),
	raters: z.array(
		z.strictObject({
			rater: z.enum(['self', 'leader', 'group']),
			title: text,
			weight: decimal,
			focus: text,
			clause: z.string()
		})
	),
	merits: z.array(
		z.strictObject({
			type: z.string(),
			title: text,
			points: signed,
			needs_evidence: z.boolean(),
			clause: z.string()
		})
	),
	awards: z.array(
		z.strictObject({
			award: z.string(),
			/** The scorecard whose ranking is paid. */
			scorecard: z.string(),
			title: text,
			clause: z.string(),
			quote: z.string(),
			prizes: z.array(z.strictObject({ rank: z.int().check(z.minimum(1)), amount: decimal })),
			/** How a branch's prize is split among its people; paid whole unless said otherwise. */
			split: z.optional(z.enum(['whole', 'equal', 'by_attended_days', 'by_score']))
		})
	),
	followups: z.array(
		z.strictObject({
			kind: z.string(),
			scorecard: z.string(),
			title: text,
			clause: z.string(),
			quote: z.string()
		})
	)
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyLine = z.infer<typeof line>;
export type PolicyTier = z.infer<typeof tier>;
export type Scorecard = z.infer<typeof scorecard>;
export type Formula = z.infer<typeof formula>;
export type Reading = z.infer<typeof reading>;
export type Alternative = z.infer<typeof alternative>;

/** A value that stands in the line itself or in the chosen alternative of a reading. */
export function resolve<K extends 'edges' | 'deductions' | 'formula'>(
	policy: Policy,
	value: NonNullable<Alternative[K]> | { reading: string } | undefined,
	key: K
): NonNullable<Alternative[K]> | undefined {
	if (value === undefined || !('reading' in value)) return value;
	return chosen(policy, value.reading)?.[key] as NonNullable<Alternative[K]> | undefined;
}

/** The alternative that a reading chose, or undefined while it is open. */
export function chosen(policy: Policy, reading: string): Alternative | undefined {
	const found = policy.readings[reading];
	return found?.choice == null ? undefined : found.alternatives[found.choice];
}
