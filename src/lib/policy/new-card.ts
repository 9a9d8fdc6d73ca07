import type { Policy, Scorecard } from './schema';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A card for the first of the posts that no card names yet, to begin with one line of weight 100 like the last card's first; `model` where none has any. */
export function newCard({ scorecards }: Policy, posts: string[], model: Scorecard): Scorecard {
	const last = scorecards.findLast((card) => card.lines.length > 0) ?? model;
	const number = String(scorecards.length + 1);
	const title = { zh: `评分表 ${number}`, en: `Scorecard ${number}` };
	const free = posts.find((post) => !scorecards.some((card) => card.applies_to.posts.includes(post)));
	const scorecard = [...LETTERS]
		.map((letter) => `own_card_${letter}`)
		.find((id) => !scorecards.some((card) => card.scorecard === id))!;
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
