import { choiceText } from './choice-text';
import { isMessage, message } from '../language/messages';
import type { Lang, Text } from '../language/text';
import { DATASETS } from '../intake/dataset';
import { IDS, type RuleChange } from './diff';
import type { Policy } from './schema';

/** A change in words: where, what it was, what it is. */
export interface ChangeText {
	where: string;
	was: string;
	is: string;
}

/** Puts a change between two policies in words: 客户投诉解决率，第 4 档扣分：10 → 6. */
export function changeText(lang: Lang, { path, was, is }: RuleChange, a: Policy, b: Policy): ChangeText {
	const separator = lang === 'zh' ? '，' : ', ';
	const named = namesOf(lang, a, b);
	const where = path
		.filter(
			(key, i) =>
				!(i === 0 && ['scorecards', 'readings'].includes(key)) &&
				key !== 'lines' &&
				key !== 'alternatives' &&
				// the one choice there is needs no name
				!(
					path[i - 1] === 'alternatives' && Object.keys(b.readings[path[1]!]?.alternatives ?? {}).length === 1
				)
		)
		.map((key, i, all) => {
			const before = all[i - 1];
			if (/^\d+$/.test(key) && before) return message(lang, 'compare.nth', { n: key });
			const isChoice = path[0] === 'readings' && path[path.indexOf(key) - 1] === 'alternatives';
			return isChoice ? choiceText(lang, b, path[1]!, key) : (named(key) ?? fieldName(lang, key));
		})
		.join(separator);
	const value = (raw: string | null): string => {
		if (raw === null) return message(lang, 'compare.absent');
		if (/^[[{]/.test(raw)) return wholeText(lang, JSON.parse(raw) as Whole, named);
		if (path[0] !== 'readings' || path.at(-1) !== 'choice') return raw;
		const name = path[1]!;
		return choiceText(lang, a.readings[name]?.alternatives[raw] ? a : b, name, raw);
	};
	return { where, was: value(was), is: value(is) };
}

type Whole = null | string | number | boolean | Whole[] | { [key: string]: Whole };

/** What came or went as a whole: its fields by their names, texts in one language, without what is blank. */
function wholeText(lang: Lang, node: Whole, named: (id: string) => string | undefined): string {
	if (typeof node === 'string') return named(node) ?? optionName(lang, node);
	if (node === null || typeof node !== 'object') return String(node);
	if (Array.isArray(node))
		return node.map((each) => wholeText(lang, each, named)).join(message(lang, 'text.list'));
	if (typeof node['zh'] === 'string' && typeof node['en'] === 'string') return node[lang] as string;
	return Object.entries(node)
		.filter(([, value]) => value !== '' && value !== null && value !== false)
		.map(([key, value]) => {
			if (value === true) return fieldName(lang, key);
			// what it is known by isn't what it is called
			const isId = IDS.includes(key) && typeof value === 'string';
			const said = isId ? value : wholeText(lang, value, named);
			return `${fieldName(lang, key)} ${said}`;
		})
		.join(message(lang, 'text.between'));
}

function optionName(lang: Lang, value: string): string {
	const option = `option.${value}`;
	return (
		DATASETS.find((d) => d.dataset === value)?.title[lang] ??
		(isMessage(option) ? message(lang, option) : value)
	);
}

function fieldName(lang: Lang, key: string): string {
	const field = `field.${key}`;
	return isMessage(field) ? message(lang, field) : key;
}

/** The titles of what has an id in either policy. */
function namesOf(lang: Lang, ...policies: Policy[]): (id: string) => string | undefined {
	const titles = new Map<string, Text>();
	for (const policy of policies) {
		for (const card of policy.scorecards) {
			titles.set(card.scorecard, card.title);
			for (const line of card.lines) titles.set(line.line, line.title);
		}
		for (const [name, reading] of Object.entries(policy.readings)) titles.set(name, reading.question);
		for (const rater of policy.raters) titles.set(rater.rater, rater.title);
		for (const merit of policy.merits) titles.set(merit.type, merit.title);
		for (const award of policy.awards) titles.set(award.award, award.title);
		for (const followup of policy.followups) titles.set(followup.kind, followup.title);
	}
	return (id) => titles.get(id)?.[lang];
}
