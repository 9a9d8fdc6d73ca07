import { z } from './zod';
import { sumOf } from '../language/decimal';
import { DATASETS } from '../intake/dataset';
import { isMessage, message, type MessageKey } from '../language/messages';
import type { Lang } from '../language/text';
import { MEASURES, type Measure } from '../sql/measures';
import { hoursFaults } from './clocks';
import type { PolicyFault } from './policy-fault';
import { sliceFaults } from './slice';
import { twinIssues } from './twins';
import { policySchema, resolve, type Policy, type PolicyLine } from './schema';
import { SWITCHES } from './switches';

/** What is wrong with a policy, and where. */
export interface PolicyIssue {
	/** Keys and ids. */
	path: string;
	/** The same in words. */
	place: string;
	message: string;
}

/** Checks a policy's shape and that each name in it leads somewhere; a good one comes back typed. */
export function checkPolicy(
	value: unknown,
	lang: Lang = 'zh'
): { policy: Policy; issues: [] } | { policy: null; issues: PolicyIssue[] } {
	const locale = lang === 'zh' ? z.locales.zhCN() : z.locales.en();
	const parsed = policySchema.safeParse(value, { error: locale.localeError });
	if (!parsed.success) {
		const issues = parsed.error.issues.map((i) => ({
			path: named(value, i.path),
			place: placeText(lang, value, i.path),
			message: faultText(lang, i, valueAt(value, i.path))
		}));
		return { policy: null, issues };
	}
	const found = [
		...readingIssues(parsed.data),
		...cardIssues(parsed.data),
		...lineIssues(parsed.data),
		...twinIssues(parsed.data),
		...hoursFaults(parsed.data),
		...samplingFaults(parsed.data)
	];
	if (found.length === 0) return { policy: parsed.data, issues: [] };
	const issues = found.map(({ at, says: [key, fill] }) => ({
		path: named(value, at),
		place: placeText(lang, value, at),
		message: message(lang, `issue.${key}` as MessageKey, fill && inWords(lang, fill))
	}));
	return { policy: null, issues };
}

/** What fills a message, codes of measures and data sets by their names. */
const inWords = (lang: Lang, fill: Record<string, string | number>): Record<string, string | number> =>
	Object.fromEntries(
		Object.entries(fill).map(([key, value]) => {
			const name = `option.${String(value)}`;
			const dataset = key === 'dataset' ? DATASETS.find((d) => d.dataset === value) : undefined;
			const title = (dataset ?? MEASURES[String(value)])?.title[lang];
			return [key, title ?? (isMessage(name) ? message(lang, name) : value)];
		})
	);

const valueAt = (value: unknown, path: PropertyKey[]): unknown =>
	path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** A text that should be a number, and isn't one. */
const isDecimalFault = (issue: { code: string; pattern?: string | undefined }): boolean =>
	(issue.pattern ?? '').includes('\\d+(');

/** What is wrong with a value's shape, in words of whoever writes rules where there are some. */
function faultText(
	lang: Lang,
	issue: { code: string; pattern?: string | undefined; message: string },
	value: unknown
): string {
	if (isDecimalFault(issue)) return message(lang, 'issue.decimal', { value: String(value) });
	if (value === '') return message(lang, 'issue.missing');
	if (issue.code === 'invalid_format') return message(lang, 'issue.form', { value: String(value) });
	return issue.message;
}

/** A path in words: fields by their names, entries of lists by their titles. */
function placeText(lang: Lang, value: unknown, path: PropertyKey[]): string {
	let at = value as Record<PropertyKey, unknown> | undefined;
	return path
		.map((key) => {
			const found = at?.[key] as
				{ title?: Record<Lang, string>; question?: Record<Lang, string> } | undefined;
			const own = found?.title?.[lang] ?? found?.question?.[lang];
			at = found;
			if (typeof own === 'string' && own !== '') return own;
			const field = `field.${String(key)}`;
			if (isMessage(field)) return message(lang, field);
			return typeof key === 'number' ? String(key + 1) : String(key);
		})
		.join(' › ');
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

/** The most that the amount of a choice can be, where more would mean nothing. */
const MOST: Record<string, number> = { rounding: 6, satisfied_means: 5 };

function readingIssues(policy: Policy): PolicyFault[] {
	const issues: PolicyFault[] = [];
	for (const [name, reading] of Object.entries(policy.readings)) {
		const known = SWITCHES[name];
		if (reading.choice !== null && !(reading.choice in reading.alternatives))
			issues.push({ at: ['readings', name, 'choice'], says: ['noChoice', { choice: reading.choice }] });
		for (const [choice, { amount }] of Object.entries(reading.alternatives)) {
			const at = ['readings', name, 'alternatives', choice];
			if (known && !known.includes(choice)) issues.push({ at, says: ['notComputed', { choice }] });
			if (name === QUOTA && amount === 0) issues.push({ at: [...at, 'amount'], says: ['quota'] });
			const most = MOST[name];
			if (most !== undefined && amount !== undefined && amount > most)
				issues.push({ at: [...at, 'amount'], says: ['tooMuch', { amount, most }] });
		}
	}
	return issues;
}

/** A unit must find one card, whatever its post. */
function cardIssues({ scorecards, awards, followups }: Policy): PolicyFault[] {
	const seen = new Set<string>();
	const issues: PolicyFault[] = [];
	scorecards.forEach((card, c) => {
		const { units, posts, branches = [] } = card.applies_to;
		const claims = units.flatMap((unit) =>
			(unit === 'person' && posts.length > 0 ? posts : ['*']).flatMap((post) =>
				(branches.length > 0 ? branches : ['']).map((branch) => `${unit} ${post} ${branch}`.trim())
			)
		);
		for (const claim of claims) {
			if (seen.has(claim)) issues.push({ at: ['scorecards', c, 'applies_to'], says: ['claimed', { claim }] });
			seen.add(claim);
		}
	});
	const rules = [
		...awards.map((a, i) => ['awards', i, a.scorecard] as const),
		...followups.map((f, i) => ['followups', i, f.scorecard] as const)
	];
	for (const [list, i, card] of rules)
		if (!scorecards.some((s) => s.scorecard === card))
			issues.push({ at: [list, i, 'scorecard'], says: ['noCard', { card }] });
	return issues;
}

function lineIssues(policy: Policy): PolicyFault[] {
	const issues: PolicyFault[] = [];
	policy.scorecards.forEach((card, c) =>
		card.lines.forEach((entry, l) => {
			const at = ['scorecards', c, 'lines', l];
			const say = (key: string, ...says: PolicyFault['says']): void =>
				void issues.push({ at: key === '' ? at : [...at, key], says });
			for (const key of ['edges', 'deductions', 'no_rows', 'mode', 'formula'] as const) {
				const value = entry[key];
				if (typeof value === 'object' && 'reading' in value && !(value.reading in policy.readings))
					say(key, 'noReading', { reading: value.reading });
			}
			const { kind, from } = MEASURES[entry.measure]!;
			entry.source.forEach((dataset, i) => {
				if (!from.includes(dataset))
					issues.push({ at: [...at, 'source', i], says: ['source', { measure: entry.measure, dataset }] });
			});
			for (const [key, fill] of sliceFaults(policy, entry)) say('slice', key, fill);
			if (!SCORES[entry.scoring].includes(kind))
				say('scoring', 'scoring', { measure: entry.measure, kind: `is_${kind}` });
			if (entry.scoring.startsWith('tiered') && !entry.tiers)
				for (const [key, ...says] of tierIssues(policy, entry)) say(key, ...says);
			if (entry.scoring === 'target' && entry.target === undefined) say('target', 'missing');
			if (entry.scoring === 'target' && isFree(entry)) say('target', 'free', { target: entry.target ?? '' });
			if (entry.scoring === 'per_event' && entry.deduction_each === undefined)
				say('deduction_each', 'missing');
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

/** What is wrong with a tiered line: the field, and what to say of it. */
function tierIssues(policy: Policy, entry: PolicyLine): [field: string, ...PolicyFault['says']][] {
	const bounds = entry.bounds?.length ?? 0;
	if (bounds === 0 || !entry.direction) return [['', 'noTiers']];
	const open = [entry.edges, entry.deductions].some(
		(v) => v && 'reading' in v && policy.readings[v.reading]?.choice === null
	);
	if (open) return [];
	const edges = resolve(policy, entry.edges, 'edges')?.length ?? 0;
	const deductions = resolve(policy, entry.deductions, 'deductions')?.length ?? 0;
	return [
		...(edges === bounds ? [] : [['edges', 'edges', { edges, bounds }] as [string, ...PolicyFault['says']]]),
		...(deductions === bounds + 1
			? []
			: [['deductions', 'deductions', { deductions, tiers: bounds + 1 }] as [string, ...PolicyFault['says']]])
	];
}

/** Shares of a sample that make more than the whole. */
function samplingFaults({ parts }: Policy): PolicyFault[] {
	const { sampling } = parts ?? {};
	if (!sampling) return [];
	const { finding, complaint, low_rating, newcomer, silence } = sampling;
	const whole = sumOf([finding, complaint, low_rating, newcomer, silence]);
	return Number(whole) > 100 ? [{ at: ['parts', 'sampling'], says: ['shares', { sum: whole }] }] : [];
}
