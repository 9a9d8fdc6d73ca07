import type { Lang } from '../language/text';
import { isQuantity, leftOver, percentOf } from './dimension';
import { againstDirection, beyondWeight, sameDeductions, tierFaults } from './lint-tiers';
import { MEASURES } from '../sql/measures';
import { rangesOf, thousandths } from './ranges';
import { checkPolicy } from './check';
import { resolve, type Policy, type PolicyLine, type Scorecard } from './schema';
import { SWITCHES } from './switches';

export type LintCode =
	| 'schema'
	| 'weights_sum'
	| 'tier_gap'
	| 'tier_overlap'
	| 'edge_ambiguous'
	| 'direction'
	| 'mixed_units'
	| 'duplicate_deduction'
	| 'deduction_over_weight'
	| 'unreachable_tier'
	| 'no_source'
	| 'missing_line'
	| 'dimension'
	| 'reading_open'
	| 'prize_order'
	| 'rater_weights_sum'
	| 'target_missing';

/** One thing that the policy check found; `values` fill the message `lint.<code>`. */
export interface Finding {
	severity: 'error' | 'warning';
	code: LintCode;
	scorecard: string;
	line: string;
	clause: string;
	values: Record<string, string | number>;
	/** Why it stands on purpose: the file says so. */
	acknowledged: string | null;
}

const WARNINGS = new Set<LintCode>(['dimension', 'duplicate_deduction', 'missing_line', 'target_missing']);
const FULL = 100_000;
const list = (values: string[]): string => values.join(', ');

/** Checks a policy file of any shape: every fault with its line, clause and values, acknowledged warnings among them. */
export function lintPolicy(value: unknown, lang: Lang = 'zh'): Finding[] {
	const { policy, issues } = checkPolicy(value, lang);
	const found = policy
		? faultsOf(policy)
		: issues.map(({ place, message }) => finding('schema', '', '', '', { path: place, message }));
	const known = policy?.acknowledged ?? [];
	return found.map((f) => {
		const same = known.find((a) => a.code === f.code && a.scorecard === f.scorecard && a.line === f.line);
		return f.severity === 'warning' && same ? { ...f, acknowledged: same.reason } : f;
	});
}

/** What is left to mend: errors, and warnings that nobody acknowledged. */
export const standing = (findings: Finding[]): Finding[] => findings.filter((f) => f.acknowledged === null);

/** True where nothing bars the policy from being put in force. */
export const isSound = (findings: Finding[]): boolean => findings.every((f) => f.severity !== 'error');

/** True where scores can be computed, be the rules faulty or not: the file has its shape and every reading is chosen. */
export const isComputable = (findings: Finding[]): boolean =>
	findings.every((f) => f.code !== 'schema' && f.code !== 'reading_open');

function finding(
	code: LintCode,
	scorecard: string,
	line: string,
	clause: string,
	values: Finding['values'] = {}
): Finding {
	return {
		severity: WARNINGS.has(code) ? 'warning' : 'error',
		code,
		scorecard,
		line,
		clause,
		values,
		acknowledged: null
	};
}

function faultsOf(policy: Policy): Finding[] {
	return [
		...policy.scorecards.flatMap((card) => cardFaults(policy, card)),
		...policy.mentions
			.filter((m) => m.line === null)
			.map((m) => finding('missing_line', '', m.title.zh, m.clause, { title: m.title.zh })),
		...readingFaults(policy),
		...raterFaults(policy),
		...prizeFaults(policy)
	];
}

function cardFaults(policy: Policy, card: Scorecard): Finding[] {
	const sum = card.lines.reduce((all, line) => all + thousandths(line.weight), 0);
	const weights =
		sum === FULL ? [] : [finding('weights_sum', card.scorecard, '', card.clause, { sum: sum / 1000 })];
	return [...weights, ...card.lines.flatMap((line) => lineFaults(policy, card.scorecard, line))];
}

function lineFaults(policy: Policy, card: string, line: PolicyLine): Finding[] {
	const measure = MEASURES[line.measure]!;
	const ranges = rangesOf(policy, line);
	const at = (code: LintCode, values: Finding['values'] = {}): Finding =>
		finding(code, card, line.line, line.clause, { ...values, quote: line.quote });
	const found: Finding[] = [];
	const listed = (code: LintCode, values: string[]): void => {
		if (values.length > 0) found.push(at(code, { values: list(values) }));
	};
	for (const [code, values] of ranges.length > 0 ? tierFaults(ranges, measure) : []) listed(code, values);
	// a target without a direction would be read as one to reach
	const said = line.scoring === 'target' || line.direction !== undefined;
	const wrongWay = said && line.direction !== measure.direction;
	if (wrongWay || againstDirection(ranges, measure)) found.push(at('direction', { measure: line.measure }));
	const unit = line.scoring === 'tiered_rate' ? 'percent' : 'count';
	listed(
		'mixed_units',
		ranges.flatMap((r, i) => (r.unit && r.unit !== unit ? [String(i + 1)] : []))
	);
	listed('duplicate_deduction', sameDeductions(ranges));
	listed('deduction_over_weight', beyondWeight(ranges, line));
	if (line.source.length === 0) found.push(at('no_source'));
	if (line.scoring === 'target' && line.target === null) found.push(at('target_missing'));
	return [...found, ...formulaFaults(policy, line, at)];
}

function formulaFaults(
	policy: Policy,
	line: PolicyLine,
	at: (code: LintCode, values: Finding['values']) => Finding
): Finding[] {
	const formula = resolve(policy, line.formula, 'formula');
	if (!formula) return [];
	const spelled = `${formula.over.join(' × ')} ÷ (${formula.under.join(' × ')})`;
	const unknown = [...formula.over, ...formula.under].filter((q) => !isQuantity(q));
	if (unknown.length > 0)
		return [
			{ ...at('dimension', { formula: spelled, left: unknown.join(', '), example: '' }), severity: 'error' }
		];
	const left = leftOver(formula);
	if (left === '') return [];
	const percent = line.example ? percentOf(formula, line.example) : null;
	const used = [...formula.over, ...formula.under];
	const figures = used.map((q) => `${q} ${line.example?.[q] === undefined ? '?' : grouped(line.example[q])}`);
	const example = percent === null ? '' : `${figures.join(', ')} → ${grouped(String(percent))} %`;
	return [at('dimension', { formula: spelled, left, example })];
}

const grouped = (number: string): string => number.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

function readingFaults(policy: Policy): Finding[] {
	const open = Object.entries(policy.readings)
		.filter(([, reading]) => reading.choice === null)
		.map(([name, r]) =>
			finding('reading_open', '', '', r.clause, { reading: name, question: r.question.zh })
		);
	const missing = Object.keys(SWITCHES)
		.filter((name) => !(name in policy.readings))
		.map((name) => finding('reading_open', '', '', '', { reading: name, question: '' }));
	return [...open, ...missing];
}

function raterFaults({ raters }: Policy): Finding[] {
	const sum = raters.reduce((all, rater) => all + thousandths(rater.weight), 0);
	const clause = raters[0]?.clause ?? '';
	return sum === FULL ? [] : [finding('rater_weights_sum', '', '', clause, { sum: sum / 1000 })];
}

function prizeFaults({ awards }: Policy): Finding[] {
	return awards.flatMap((award) => {
		const prizes = [...award.prizes].sort((a, b) => a.rank - b.rank);
		const rising = prizes.flatMap((prize, i) => {
			const better = prizes[i - 1];
			return better && thousandths(prize.amount) > thousandths(better.amount)
				? [`${String(better.rank)}: ${better.amount} < ${String(prize.rank)}: ${prize.amount}`]
				: [];
		});
		return rising.length > 0
			? [finding('prize_order', '', award.award, award.clause, { values: list(rising) })]
			: [];
	});
}
