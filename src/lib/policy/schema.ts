import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A decimal as text, so that no number of the rules is ever a floating-point one. */
const decimal = z.string().regex(/^-?\d+(\.\d{1,3})?$/);
const edge = z.enum(['better', 'worse']);
const byReading = z.strictObject({ reading: z.string() });
const ruleOnNoRows = z.union([z.enum(['no_data', 'full_marks']), byReading]);

const alternative = z.strictObject({
	text,
	/** A number that the reading sets: a quota, days, hours, a cap, decimals. */
	amount: z.int().min(0).optional(),
	posts: z.array(z.string()).optional(),
	deductions: z.array(decimal).optional(),
	edges: z.array(edge).optional()
});

const reading = z.strictObject({
	group: z.enum(['period', 'complaint', 'callback', 'rate', 'feedback', 'total', 'award']),
	clause: z.string(),
	question: text,
	choice: z.string(),
	reason: text,
	alternatives: z.record(z.string(), alternative)
});

const line = z.strictObject({
	line: z.string().regex(/^[a-z_]+$/),
	title: text,
	weight: decimal,
	scoring: z.enum(['per_event', 'tiered_rate', 'tiered_count', 'points_off']),
	clause: z.string(),
	quote: z.string(),
	/** The measure (`measures.*`) that the line scores. */
	measure: z.string(),
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
	deduction_each: decimal.optional(),
	/** For points_off: the reading that says whether points come off the total or the line. */
	mode: byReading.optional(),
	no_rows: ruleOnNoRows,
	/** False where no row of the line can name a person. */
	personal: z.boolean(),
	/** The data sets that the line is computed from. */
	source: z.array(z.string()).min(1)
});

/** A policy file: the handbook's rules and every chosen reading of them, as data. */
export const policySchema = z.strictObject({
	$schema: z.string().optional(),
	policy: z.string().regex(/^[\w.-]+$/),
	title: text,
	in_force_from: month,
	author: z.string(),
	reason: z.string(),
	readings: z.record(z.string(), reading),
	scorecards: z
		.array(
			z.strictObject({ scorecard: z.string(), title: text, clause: z.string(), lines: z.array(line).min(1) })
		)
		.min(1),
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
			points: decimal,
			needs_evidence: z.boolean(),
			clause: z.string()
		})
	),
	awards: z.array(
		z.strictObject({
			award: z.string(),
			title: text,
			clause: z.string(),
			quote: z.string(),
			prizes: z.array(z.strictObject({ rank: z.int().min(1), amount: decimal }))
		})
	),
	followups: z.array(z.strictObject({ kind: z.string(), title: text, clause: z.string(), quote: z.string() }))
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyLine = z.infer<typeof line>;
export type Reading = z.infer<typeof reading>;
export type Alternative = z.infer<typeof alternative>;

/** What is wrong with a policy, and where. */
export interface PolicyIssue {
	path: string;
	message: string;
}

/** Checks a policy's shape and that each name in it leads somewhere; a good one comes back typed. */
export function checkPolicy(
	value: unknown
): { policy: Policy; issues: [] } | { policy: null; issues: PolicyIssue[] } {
	const parsed = policySchema.safeParse(value);
	if (!parsed.success) {
		const issues = parsed.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message }));
		return { policy: null, issues };
	}
	const issues = [...readingIssues(parsed.data), ...lineIssues(parsed.data)];
	return issues.length > 0 ? { policy: null, issues } : { policy: parsed.data, issues: [] };
}

function readingIssues(policy: Policy): PolicyIssue[] {
	return Object.entries(policy.readings)
		.filter(([, r]) => !(r.choice in r.alternatives))
		.map(([name, r]) => ({ path: `readings.${name}.choice`, message: `no alternative "${r.choice}"` }));
}

function lineIssues(policy: Policy): PolicyIssue[] {
	const issues: PolicyIssue[] = [];
	policy.scorecards.forEach((card, c) =>
		card.lines.forEach((entry, l) => {
			const at = `scorecards.${String(c)}.lines.${String(l)}`;
			for (const key of ['edges', 'deductions', 'no_rows', 'mode'] as const) {
				const value = entry[key];
				if (typeof value === 'object' && 'reading' in value && !(value.reading in policy.readings))
					issues.push({ path: `${at}.${key}`, message: `no reading "${value.reading}"` });
			}
			if (entry.scoring.startsWith('tiered')) issues.push(...tierIssues(policy, entry, at));
			if (entry.scoring === 'per_event' && entry.deduction_each === undefined)
				issues.push({ path: `${at}.deduction_each`, message: 'missing' });
		})
	);
	return issues;
}

function tierIssues(policy: Policy, entry: PolicyLine, at: string): PolicyIssue[] {
	const bounds = entry.bounds?.length ?? 0;
	const edges = resolve(policy, entry.edges, 'edges')?.length ?? 0;
	const deductions = resolve(policy, entry.deductions, 'deductions')?.length ?? 0;
	if (bounds === 0 || !entry.direction)
		return [{ path: at, message: 'a tiered line needs bounds and a direction' }];
	const issues: PolicyIssue[] = [];
	if (edges !== bounds)
		issues.push({ path: `${at}.edges`, message: `${String(edges)} edges for ${String(bounds)} bounds` });
	if (deductions !== bounds + 1)
		issues.push({
			path: `${at}.deductions`,
			message: `${String(deductions)} deductions for ${String(bounds + 1)} tiers`
		});
	return issues;
}

/** A value that stands in the line itself or in the chosen alternative of a reading. */
export function resolve<K extends 'edges' | 'deductions'>(
	policy: Policy,
	value: NonNullable<Alternative[K]> | { reading: string } | undefined,
	key: K
): NonNullable<Alternative[K]> | undefined {
	if (value === undefined || Array.isArray(value)) return value;
	const found = policy.readings[value.reading];
	return found?.alternatives[found.choice]?.[key] as NonNullable<Alternative[K]> | undefined;
}
