import { z } from './zod';
import exportsFile from '../../../data/exports.json';
import { MEASURES } from '../sql/measures';

/** Words in both languages. */
export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** A month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A decimal as text, so that no number of the rules is ever a floating-point one; none but a merit's points is below zero. */
export const decimal = z.string().regex(/^\d+(\.\d{1,3})?$/);
/** A decimal that may be below zero. */
export const signed = z.string().regex(/^-?\d+(\.\d{1,3})?$/);
const dataset = z.enum(exportsFile.datasets.map((d) => d.dataset));
const edge = z.enum(['better', 'worse']);
const byReading = z.strictObject({ reading: z.string() });
const ruleOnNoRows = z.union([z.enum(['no_data', 'full_marks']), byReading]);

/** A formula as the quantities it multiplies and those it divides by (policy/dimension.ts). */
export const formula = z.strictObject({ over: z.array(z.string()).min(1), under: z.array(z.string()) });

/** A tier as an explicit range; an edge whose inclusion the text leaves unsaid has no `_in`. */
export const tier = z.strictObject({
	lower: decimal.optional(),
	lower_in: z.boolean().optional(),
	upper: decimal.optional(),
	upper_in: z.boolean().optional(),
	/** What the range counts, where the text says so: per cent or events. */
	unit: z.enum(['percent', 'count']).optional(),
	/** The words of the text. */
	printed: z.string().optional(),
	deduction: decimal
});

/** One way to read a clause, and the numbers that it sets. */
export const alternative = z.strictObject({
	text,
	/** A number that the reading sets: a quota, days, hours, a cap, decimals. */
	amount: z.int().min(0).optional(),
	/** Minutes of work that the amount is to be done in, so that the screen can say how many each one leaves. */
	minutes: z.int().min(1).optional(),
	posts: z.array(z.string()).optional(),
	deductions: z.array(decimal).optional(),
	edges: z.array(edge).optional(),
	formula: formula.optional()
});

/** A question that a clause leaves open, its alternatives and the one chosen. */
export const reading = z.strictObject({
	group: z.enum(['period', 'complaint', 'callback', 'rate', 'feedback', 'total', 'award']),
	clause: z.string(),
	/** The words of the text that the reading is of. */
	quote: z.string().optional(),
	question: text,
	/** Null while nobody has chosen: such a policy can't be put in force. */
	choice: z.string().nullable(),
	reason: text,
	alternatives: z.record(z.string(), alternative)
});

/** A line of a scorecard. */
export const line = z.strictObject({
	line: z.string().regex(/^[a-z_]+$/),
	title: text,
	weight: decimal,
	scoring: z.enum(['per_event', 'tiered_rate', 'tiered_count', 'points_off', 'target', 'sheet']),
	clause: z.string(),
	quote: z.string(),
	/** The measure that the line scores. */
	measure: z.enum(Object.keys(MEASURES)),
	/** What the denominator and the numerator count, for the line's sentence. */
	noun: text,
	bad: text,
	direction: z.enum(['lower', 'higher']).optional(),
	/** True where each further good event is also one more in the denominator (one more satisfied answer is one more answer). */
	denominator_grows: z.boolean().optional(),
	/** Edges between the tiers, best first, in per cent or events. */
	bounds: z.array(decimal).optional(),
	/** For each bound, the tier that takes a value exactly on it. */
	edges: z.union([z.array(edge), byReading]).optional(),
	deductions: z.union([z.array(decimal), byReading]).optional(),
	/** Explicit ranges, best first, in place of bounds, edges and deductions. */
	tiers: z.array(tier).min(1).optional(),
	deduction_each: decimal.optional(),
	/** For target: what must be reached, in the measure's unit (per cent, points or events); null while it is blank. */
	target: decimal.nullable().optional(),
	/** For target: the deductions, in per cent of the weight, by how much of the target is reached; without them points are proportional. */
	below: z.array(z.strictObject({ reached: decimal, share: decimal })).optional(),
	formula: z.union([formula, byReading]).optional(),
	/** A case that shows what the formula gives: quantity → figure. */
	example: z.record(z.string(), decimal).optional(),
	/** For points_off: the reading that says whether points come off the total or the line. */
	mode: byReading.optional(),
	no_rows: ruleOnNoRows,
	/** False where no row of the line can name a person. */
	personal: z.boolean(),
	/** `branch`: on a person's card the line is scored from the rows of the person's branch. */
	reads: z.enum(['unit', 'branch']).optional(),
	/** The data sets that the line is computed from. */
	source: z.array(dataset)
});

/** Lines that are scored together, and who is scored by them. */
export const scorecard = z.strictObject({
	scorecard: z.string().regex(/^[a-z_]+$/),
	title: text,
	clause: z.string(),
	/** Who is scored by it: branches, persons of the named posts, or (no posts) all persons whom no other card names. */
	applies_to: z.strictObject({
		units: z.array(z.enum(['branch', 'person', 'group'])),
		posts: z.array(z.string())
	}),
	/** False where the score is the lines' points alone, without the raters' blend. */
	blended: z.boolean(),
	lines: z.array(line).min(1)
});
