import { z } from 'zod';
import type { Lang } from '../i18n/text';
import { MEASURES, type Measure } from './measures';
import { policySchema, resolve, type Policy, type PolicyLine } from './schema';
import { SWITCHES } from './switches';

/** What is wrong with a policy, and where. */
export interface PolicyIssue {
	path: string;
	message: string;
}

/** Checks a policy's shape and that each name in it leads somewhere; a good one comes back typed. */
export function checkPolicy(
	value: unknown,
	lang: Lang = 'en'
): { policy: Policy; issues: [] } | { policy: null; issues: PolicyIssue[] } {
	const locale = lang === 'zh' ? z.locales.zhCN() : z.locales.en();
	const parsed = policySchema.safeParse(value, { error: locale.localeError });
	if (!parsed.success) {
		const issues = parsed.error.issues.map((i) => ({ path: named(value, i.path), message: i.message }));
		return { policy: null, issues };
	}
	const issues = [
		...readingIssues(parsed.data),
		...cardIssues(parsed.data),
		...lineIssues(parsed.data),
		...twinIssues(parsed.data)
	];
	return issues.length > 0 ? { policy: null, issues } : { policy: parsed.data, issues: [] };
}

/** What a list's entries are called by. */
const NAMES = ['line', 'award', 'rater', 'type', 'kind', 'grade', 'scorecard'];

/** A path with the names of list entries in place of their numbers, as far as they have one. */
function named(value: unknown, path: PropertyKey[]): string {
	let at = value as Record<PropertyKey, unknown> | undefined;
	return path
		.map((key) => {
			const found = at?.[key] as Record<string, unknown> | undefined;
			const isEntry = Array.isArray(at) && typeof found === 'object';
			const name = isEntry ? NAMES.map((n) => found[n]).find((n) => typeof n === 'string') : undefined;
			at = found;
			return String(name ?? key);
		})
		.join('.');
}

/** A quota of nothing gives no rate. */
const QUOTA = 'callback_quota_amount';

function readingIssues(policy: Policy): PolicyIssue[] {
	const issues: PolicyIssue[] = [];
	for (const [choice, { amount }] of Object.entries(policy.readings[QUOTA]?.alternatives ?? {}))
		if (amount === 0)
			issues.push({ path: `readings.${QUOTA}.alternatives.${choice}.amount`, message: 'a quota of 0' });
	for (const [name, reading] of Object.entries(policy.readings)) {
		const known = SWITCHES[name];
		if (reading.choice !== null && !(reading.choice in reading.alternatives))
			issues.push({ path: `readings.${name}.choice`, message: `no alternative "${reading.choice}"` });
		for (const choice of Object.keys(reading.alternatives))
			if (known && !known.includes(choice))
				issues.push({
					path: `readings.${name}.alternatives.${choice}`,
					message: 'nothing computes this choice'
				});
	}
	return issues;
}

/** A unit must find one card, whatever its post. */
function cardIssues({ scorecards, awards, followups }: Policy): PolicyIssue[] {
	const seen = new Set<string>();
	const issues: PolicyIssue[] = [];
	scorecards.forEach((card, c) => {
		const { units, posts } = card.applies_to;
		const claims = units.flatMap((unit) =>
			(unit === 'person' && posts.length > 0 ? posts : ['*']).map((post) => `${unit} ${post}`)
		);
		for (const claim of claims) {
			if (seen.has(claim))
				issues.push({
					path: named({ scorecards }, ['scorecards', c, 'applies_to']),
					message: `another card is for "${claim}" too`
				});
			seen.add(claim);
		}
	});
	const rules = [
		...awards.map((a, i) => ['awards', i, a.scorecard] as const),
		...followups.map((f, i) => ['followups', i, f.scorecard] as const)
	];
	for (const [list, i, card] of rules)
		if (!scorecards.some((s) => s.scorecard === card))
			issues.push({ path: `${list}.${String(i)}.scorecard`, message: `no scorecard "${card}"` });
	return issues;
}

function lineIssues(policy: Policy): PolicyIssue[] {
	const issues: PolicyIssue[] = [];
	policy.scorecards.forEach((card, c) =>
		card.lines.forEach((entry, l) => {
			const at = named(policy, ['scorecards', c, 'lines', l]);
			for (const key of ['edges', 'deductions', 'no_rows', 'mode', 'formula'] as const) {
				const value = entry[key];
				if (typeof value === 'object' && 'reading' in value && !(value.reading in policy.readings))
					issues.push({ path: `${at}.${key}`, message: `no reading "${value.reading}"` });
			}
			const { kind } = MEASURES[entry.measure]!;
			if (!SCORES[entry.scoring].includes(kind))
				issues.push({
					path: `${at}.scoring`,
					message: `"${entry.scoring}" can't score "${entry.measure}", which is a ${kind}`
				});
			if (entry.scoring.startsWith('tiered') && !entry.tiers) issues.push(...tierIssues(policy, entry, at));
			if (entry.scoring === 'target' && entry.target === undefined)
				issues.push({ path: `${at}.target`, message: 'missing' });
			if (entry.scoring === 'target' && isFree(entry))
				issues.push({ path: `${at}.target`, message: `"${entry.target ?? ''}" gives every unit full marks` });
			if (entry.scoring === 'per_event' && entry.deduction_each === undefined)
				issues.push({ path: `${at}.deduction_each`, message: 'missing' });
		})
	);
	return issues;
}

/** Whether whatever happens reaches a line's target. */
function isFree({ measure, target, direction, below }: PolicyLine): boolean {
	if (target === null || target === undefined) return false;
	const { kind, over_full } = MEASURES[measure]!;
	const whole = kind === 'share' && !over_full && Number(target) >= 100;
	const reached = direction === 'lower' ? whole : Number(target) === 0;
	return (
		reached || (below ?? []).some(({ reached: from, share }) => Number(from) === 0 && Number(share) >= 100)
	);
}

/** What each way of scoring can score. */
const SCORES: Record<PolicyLine['scoring'], Measure['kind'][]> = {
	per_event: ['count'],
	tiered_rate: ['share'],
	tiered_count: ['count'],
	points_off: ['points'],
	target: ['share', 'count', 'mean'],
	sheet: ['mean']
};

/** Names that stand twice would count twice. */
function twinIssues(policy: Policy): PolicyIssue[] {
	const lists: [path: string, names: string[]][] = [
		['scorecards', policy.scorecards.map((c) => c.scorecard)],
		...policy.scorecards.map((c, i): [string, string[]] => [
			`scorecards.${String(i)}.lines`,
			c.lines.map((l) => l.line)
		]),
		['raters', policy.raters.map((r) => r.rater)],
		['merits', policy.merits.map((m) => m.type)],
		['awards', policy.awards.map((a) => `${a.scorecard} ${a.award}`)],
		...policy.awards.map((a, i): [string, string[]] => [
			`awards.${String(i)}.prizes`,
			a.prizes.map((z) => String(z.rank))
		]),
		['followups', policy.followups.map((f) => `${f.scorecard} ${f.kind}`)],
		['grades', policy.grades.map((g) => g.from)]
	];
	return lists.flatMap(([path, names]) =>
		names
			.filter((name, i) => names.indexOf(name) !== i)
			.map((name) => ({ path, message: `"${name}" stands twice` }))
	);
}

function tierIssues(policy: Policy, entry: PolicyLine, at: string): PolicyIssue[] {
	const bounds = entry.bounds?.length ?? 0;
	if (bounds === 0 || !entry.direction)
		return [{ path: at, message: 'a tiered line needs tiers, or bounds and a direction' }];
	const open = [entry.edges, entry.deductions].some(
		(v) => v && 'reading' in v && policy.readings[v.reading]?.choice === null
	);
	if (open) return [];
	const edges = resolve(policy, entry.edges, 'edges')?.length ?? 0;
	const deductions = resolve(policy, entry.deductions, 'deductions')?.length ?? 0;
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
