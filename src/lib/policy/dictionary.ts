import { message } from '../language/messages';
import type { Lang } from '../language/text';
import { columnTitle, DATASETS } from '../intake/dataset';
import { MEASURES } from '../sql/measures';
import { fromThousandths, rangesOf, rangeText } from './ranges';
import { chosenText } from './choice-text';
import type { Policy, PolicyLine } from './schema';

/** A line of a scorecard as a dictionary explains it. */
export interface Term {
	id: string;
	term: string;
	card: string;
	/** What is measured, in plain words. */
	meaning: string;
	/** How its points come about, with the numbers of this version. */
	formula: string;
	/** Data sets, and the columns that the exports must have. */
	source: string;
	clause: string;
	quote: string;
}

/** Every line of every scorecard of a policy, explained from the policy alone. */
export function dictionary(lang: Lang, policy: Policy): Term[] {
	return policy.scorecards.flatMap((card) =>
		card.lines.map((line) => ({
			id: `${card.scorecard}/${line.line}`,
			term: line.title[lang],
			card: card.title[lang],
			meaning: meaningOf(lang, policy, line),
			formula: formulaOf(lang, policy, line),
			source: line.source.map((id) => sourceOf(lang, id)).join(message(lang, 'text.between')),
			clause: line.clause,
			quote: line.quote
		}))
	);
}

/** What a line measures, in plain words. */
export function meaningOf(lang: Lang, policy: Policy, line: PolicyLine): string {
	const kind = MEASURES[line.measure]!.kind;
	// a Chinese noun carries its measure word for sentences with a number
	const fill = { noun: line.noun[lang].replace(/^[件条次份名](?=.)/, ''), bad: line.bad[lang] };
	const readings = [line.edges, line.deductions, line.formula, line.mode]
		.flatMap((v) => (v && typeof v === 'object' && 'reading' in v ? [v.reading] : []))
		.flatMap((name) => chosenText(lang, policy, name) || []);
	return [message(lang, `dictionary.${kind}`, fill), ...sliceText(lang, line), ...readings].join(
		message(lang, 'text.between')
	);
}

/** Which part of a measure a line scores; nothing where all of it. */
function sliceText(lang: Lang, { slice, source }: PolicyLine): string[] {
	if (!slice) return [];
	const of = DATASETS.find(
		(d) => source.includes(d.dataset) && d.columns.some((c) => c.column === slice.column)
	);
	const column = of ? columnTitle(of, slice.column, lang) : slice.column;
	const values = slice.values.join(message(lang, 'text.list'));
	return [message(lang, 'dictionary.slice', { column, values })];
}

/** How a line's points come about, with the numbers of the version. */
export function formulaOf(lang: Lang, policy: Policy, line: PolicyLine): string {
	const weight = line.weight;
	if (line.scoring === 'target') {
		if (line.target == null) return message(lang, 'dictionary.blank', { weight });
		const unit = MEASURES[line.measure]!.kind === 'share' ? '%' : '';
		const key = line.direction === 'lower' ? 'dictionary.atMost' : 'dictionary.atLeast';
		return message(lang, key, { weight, target: `${line.target}${unit}` });
	}
	if (line.scoring === 'sheet') return message(lang, 'dictionary.sheet', { weight });
	if (line.scoring === 'per_event')
		return message(lang, 'dictionary.each', { weight, each: line.deduction_each ?? '' });
	if (line.scoring === 'points_off') return message(lang, 'dictionary.pointsOff', { weight });
	const unit = line.scoring === 'tiered_rate' ? '%' : '';
	const tiers = rangesOf(policy, line).map(
		(r) => `${rangeText(r, unit)} −${String(fromThousandths(r.deduction))}`
	);
	return message(lang, 'text.pair', { what: weight, is: tiers.join(' · ') });
}

function sourceOf(lang: Lang, id: string): string {
	const dataset = DATASETS.find((d) => d.dataset === id);
	if (!dataset) return id;
	const columns = dataset.columns.filter((c) => c.required).map((c) => columnTitle(dataset, c.column, lang));
	const list = columns.join(message(lang, 'text.list'));
	return dataset.title[lang] + message(lang, 'text.brackets', { text: list });
}
