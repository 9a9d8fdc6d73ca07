import builtIn from '../../../data/vocabulary.json';
import { halfWidth } from './plain';
import { bareWord } from './values';

/** Word list → canonical value → the words that mean it. */
export type Vocabulary = Record<string, Record<string, string[]>>;

/** The words that every workspace begins with (data/vocabulary.json). */
export const BUILT_IN: Vocabulary = builtIn;

/** The built-in words with a workspace's own added; an own word means what the workspace says, whatever it meant before. */
export function withWords(own: Vocabulary): Vocabulary {
	const merged: Vocabulary = structuredClone(BUILT_IN);
	for (const [list, values] of Object.entries(own)) {
		const into = (merged[list] ??= {});
		const moved = new Set(Object.values(values).flat().map(bareWord));
		for (const [value, words] of Object.entries(into))
			into[value] = words.filter((w) => !moved.has(bareWord(w)));
		for (const [value, words] of Object.entries(values)) (into[value] ??= []).push(...words);
	}
	return merged;
}

/** A look-up from a word, in any case or width, to its canonical value; canonical values stand for themselves. */
export function wordLookup(vocabulary: Vocabulary, list: string): (word: string) => string | null {
	const values = new Map<string, string>();
	for (const [value, words] of Object.entries(vocabulary[list] ?? {}))
		for (const word of [value, ...words]) values.set(bareWord(word), value);
	return (word) => values.get(word) ?? values.get(bareWord(word)) ?? null;
}

const STARS = /^(\d{1,3}(?:\.\d{1,2})?)\s*[星分]?$/;

/** A look-up from a satisfaction to 1-5: words as they are, stars as they are, ten or a hundred points by halves or twenties rounded up. */
export function satisfactionLookup(
	vocabulary: Vocabulary,
	scale: 5 | 10 | 100
): (word: string) => string | null {
	const words = wordLookup(vocabulary, 'satisfaction');
	return (word) => {
		const points = Number(STARS.exec(halfWidth(word))?.[1]);
		if (Number.isNaN(points)) return words(word);
		if (points < 1 || points > scale || (scale < 100 && !Number.isInteger(points))) return null;
		return String(Math.ceil(points / (scale / 5)));
	};
}
