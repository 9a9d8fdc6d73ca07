import type { Policy, Scorecard } from './schema';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The first name of an own card that is free. */
const freeName = (scorecards: Scorecard[]): string =>
	[...LETTERS]
		.map((letter) => `own_card_${letter}`)
		.find((id) => !scorecards.some((card) => card.scorecard === id))!;

/** A card for the first of the posts that no card names yet, to begin with one line of weight 100 like the last card's first; `model` where none has any. */
export function newCard({ scorecards }: Policy, posts: string[], model: Scorecard): Scorecard {
	const last = scorecards.findLast((card) => card.lines.length > 0) ?? model;
	const number = String(scorecards.length + 1);
	const title = { zh: `评分表 ${number}`, en: `Scorecard ${number}` };
	const free = posts.find((post) => !scorecards.some((card) => card.applies_to.posts.includes(post)));
	const scorecard = freeName(scorecards);
	return {
		...structuredClone(last),
		scorecard,
		title,
		applies_to: { units: ['person'], posts: [free ?? title.zh] },
		clause: '',
		lines: [
			{ ...structuredClone(last.lines[0]!), line: `${scorecard}_a`, weight: '100', clause: '', quote: '' }
		]
	};
}

/** The policy with a card of a class of like branches beside another: the same lines, prizes and follow-ups, for branches that are still to be named. */
export function withClass(policy: Policy, card: Scorecard): Policy {
	const scorecard = freeName(policy.scorecards);
	const own: Scorecard = {
		...structuredClone(card),
		scorecard,
		title: {
			zh: `${card.title.zh.replace(/（分类）$/, '')}（分类）`,
			en: `${card.title.en.replace(/ \(class\)$/, '')} (class)`
		},
		applies_to: { ...structuredClone(card.applies_to), branches: [''] }
	};
	const copied = <Of extends { scorecard: string }>(all: Of[]): Of[] => [
		...all,
		...all
			.filter((one) => one.scorecard === card.scorecard)
			.map((one) => ({ ...structuredClone(one), scorecard }))
	];
	return {
		...policy,
		scorecards: policy.scorecards.flatMap((one) => (one === card ? [one, own] : [one])),
		awards: copied(policy.awards),
		followups: copied(policy.followups),
		acknowledged: copied(policy.acknowledged)
	};
}
