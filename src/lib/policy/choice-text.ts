import { message } from '../language/messages';
import type { Lang } from '../language/text';
import { fromThousandths, rangesOf, rangeText } from './ranges';
import type { Policy } from './schema';

/** What a choice of a reading says, its numbers taken from the version's own values: `{amount}`, `{deductions}`, `{tiers}` of the lines that hang on it, raters' weights (`{self}`, `{leader}`, `{group}`). */
export function choiceText(lang: Lang, policy: Policy, name: string, choice: string): string {
	const reading = policy.readings[name];
	const alternative = reading?.alternatives[choice];
	if (!alternative) return choice;
	const fill: Record<string, () => string> = {
		amount: () => String(alternative.amount ?? ''),
		deductions: () => (alternative.deductions ?? []).join('/'),
		tiers: () =>
			tiersOf(lang, { ...policy, readings: { ...policy.readings, [name]: { ...reading, choice } } }, name),
		...Object.fromEntries(policy.raters.map((r) => [r.rater, () => r.weight]))
	};
	return alternative.text[lang].replace(/\{(\w+)\}/g, (all, key: string) => fill[key]?.() ?? all);
}

/** What the chosen alternative of a reading says; empty while it is open. */
export function chosenText(lang: Lang, policy: Policy, name: string): string {
	const choice = policy.readings[name]?.choice;
	return choice == null ? '' : choiceText(lang, policy, name, choice);
}

/** The tiers of the lines that take their edges from a reading, each with what it costs; lines whose tiers differ by their titles. */
function tiersOf(lang: Lang, policy: Policy, name: string): string {
	const lines = policy.scorecards
		.flatMap((c) => c.lines)
		.filter(({ edges }) => edges !== undefined && 'reading' in edges && edges.reading === name);
	const said = lines.map((line) => ({
		title: line.title[lang],
		tiers: rangesOf(policy, line)
			.map((r) => `${rangeText(r, '')} → ${String(fromThousandths(r.deduction))}`)
			.join(', ')
	}));
	const distinct = [...new Map(said.map((s) => [s.tiers, s])).values()];
	return distinct.length < 2
		? (distinct[0]?.tiers ?? '')
		: distinct.map(({ title, tiers }) => `${title} ${tiers}`).join(message(lang, 'text.between'));
}
