import { z } from './zod';
import exportsFile from '../../../data/exports.json';
import vocabulary from '../../../data/vocabulary.json';
import { MEASURES } from '../sql/measures';

/** Words in both languages. */
export const text = z.strictObject({
	zh: z.string().check(z.minLength(1)),
	en: z.string().check(z.minLength(1))
});
/** A month, `YYYY-MM`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
/** A time of the day, `HH:MM`. */
export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
/** How time can run. */
export const CLOCKS = ['clock', 'working_hours', 'working_days'] as const;
/** Why a ticket was held (data/vocabulary.json), or that nobody wrote why. */
export const HOLD_REASONS = [...Object.keys(vocabulary.hold_reason), 'unnamed'] as const;
/** A decimal as text, so that no number of the rules is ever a floating-point one; none but a merit's points is below zero. */
export const decimal = z.string().check(z.regex(/^\d+(\.\d{1,3})?$/));
/** A decimal that may be below zero. */
export const signed = z.string().check(z.regex(/^-?\d+(\.\d{1,3})?$/));
const dataset = z.enum(exportsFile.datasets.map((d) => d.dataset));
const edge = z.enum(['better', 'worse']);
const byReading = z.strictObject({ reading: z.string() });
const ruleOnNoRows = z.union([z.enum(['no_data', 'full_marks']), byReading]);

/** A formula as the quantities it multiplies and those it divides by (policy/dimension.ts). */
export const formula = z.strictObject({
	over: z.array(z.string()).check(z.minLength(1)),
	under: z.array(z.string())
});

/** A tier as an explicit range; an edge whose inclusion the text leaves unsaid has no `_in`. */
export const tier = z.strictObject({
	lower: z.optional(decimal),
	lower_in: z.optional(z.boolean()),
	upper: z.optional(decimal),
	upper_in: z.optional(z.boolean()),
	/** What the range counts, where the text says so: per cent or events. */
	unit: z.optional(z.enum(['percent', 'count'])),
	/** The words of the text. */
	printed: z.optional(z.string()),
	deduction: decimal
});

/** One way to read a clause, and the numbers that it sets. */
export const alternative = z.strictObject({
	text,
	/** A number that the reading sets: a quota, days, hours, a cap, decimals. */
	amount: z.optional(z.int().check(z.minimum(0))),
	/** Minutes of work that the amount is to be done in, so that the screen can say how many each one leaves. */
	minutes: z.optional(z.int().check(z.minimum(1))),
	posts: z.optional(z.array(z.string())),
	deductions: z.optional(z.array(decimal)),
	edges: z.optional(z.array(edge)),
	formula: z.optional(formula)
});

/** A question that a clause leaves open, its alternatives and the one chosen. */
export const reading = z.strictObject({
	group: z.enum(['period', 'complaint', 'callback', 'rate', 'feedback', 'total', 'award']),
	clause: z.string(),
	/** The words of the text that the reading is of. */
	quote: z.optional(z.string()),
	question: text,
	/** Null while nobody has chosen: such a policy can't be put in force. */
	choice: z.nullable(z.string()),
	reason: text,
	alternatives: z.record(z.string(), alternative)
});

/** A line of a scorecard. */
export const line = z.strictObject({
	line: z.string().check(z.regex(/^[a-z_]+$/)),
	title: text,
	weight: decimal,
	scoring: z.enum(['per_event', 'tiered_rate', 'tiered_count', 'points_off', 'target', 'sheet']),
	clause: z.string(),
	quote: z.string(),
	/** The measure that the line scores. */
	measure: z.enum(Object.keys(MEASURES)),
	/** The part of the measure's records that the line scores: those with one of the values in a column of theirs; all without it. */
	slice: z.optional(
		z.strictObject({
			column: z.string(),
			values: z.array(z.string().check(z.regex(/^[^\s|](?:[^|]*[^\s|])?$/))).check(z.minLength(1))
		})
	),
	/** What the denominator and the numerator count, for the line's sentence. */
	noun: text,
	bad: text,
	direction: z.optional(z.enum(['lower', 'higher'])),
	/** True where each further good event is also one more in the denominator (one more satisfied answer is one more answer). */
	denominator_grows: z.optional(z.boolean()),
	/** Edges between the tiers, best first, in per cent or events. */
	bounds: z.optional(z.array(decimal)),
	/** For each bound, the tier that takes a value exactly on it. */
	edges: z.optional(z.union([z.array(edge), byReading])),
	deductions: z.optional(z.union([z.array(decimal), byReading])),
	/** Explicit ranges, best first, in place of bounds, edges and deductions. */
	tiers: z.optional(z.array(tier).check(z.minLength(1))),
	deduction_each: z.optional(decimal),
	/** For target: what must be reached, in the measure's unit (per cent, points or events); null while it is blank. */
	target: z.optional(z.nullable(decimal)),
	/** For target: the deductions, in per cent of the weight, by how much of the target is reached; without them points are proportional. */
	below: z.optional(z.array(z.strictObject({ reached: decimal, share: decimal }))),
	formula: z.optional(z.union([formula, byReading])),
	/** A case that shows what the formula gives: quantity → figure. */
	example: z.optional(z.record(z.string(), decimal)),
	/** For points_off: the reading that says whether points come off the total or the line. */
	mode: z.optional(byReading),
	no_rows: ruleOnNoRows,
	/** False where no row of the line can name a person. */
	personal: z.boolean(),
	/** `branch`: on a person's card the line is scored from the rows of the person's branch. */
	reads: z.optional(z.enum(['unit', 'branch'])),
	/** The data sets that the line is computed from. */
	source: z.array(dataset)
});

/** Lines that are scored together, and who is scored by them. */
export const scorecard = z.strictObject({
	scorecard: z.string().check(z.regex(/^[a-z_]+$/)),
	title: text,
	clause: z.string(),
	/** Who is scored by it: branches, persons of the named posts, or (no posts) all persons whom no other card names. */
	applies_to: z.strictObject({
		units: z.array(z.enum(['branch', 'person', 'group'])),
		posts: z.array(z.string()),
		/** The branches of a class that has a card of its own, and so ranks and prizes of its own; all others without it. */
		branches: z.optional(z.array(z.string().check(z.minLength(1))))
	}),
	/** False where the score is the lines' points alone, without the raters' blend. */
	blended: z.boolean(),
	lines: z.array(line).check(z.minLength(1))
});
