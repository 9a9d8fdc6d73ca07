import type { Vocabulary } from '../intake/vocabulary';
import { t } from '../language/language.svelte';
import { canonical } from '../record/canonical';
import { readAnew } from './follow';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** Gives a word a meaning in the vocabulary, in place of the one it had, and reads the records again. */
export const addWord = (work: Workspace, list: string, value: string, word: string): Promise<void> =>
	setWords(work, { list, value, word }, (words) => {
		const values = without(words[list] ?? {}, word);
		return { ...words, [list]: { ...values, [value]: [...(values[value] ?? []), word] } };
	});

/** Takes a word of the workspace's own out of the vocabulary again. */
export const removeWord = (work: Workspace, list: string, word: string): Promise<void> =>
	setWords(work, { list, value: null, word }, (words) => ({
		...words,
		[list]: without(words[list] ?? {}, word)
	}));

async function setWords(
	work: Workspace,
	changed: { list: string; value: string | null; word: string },
	change: (words: Vocabulary) => Vocabulary
): Promise<void> {
	const { inputs } = work;
	await enter(work, () => {
		const words = change(inputs.words);
		if (canonical(words) === canonical(inputs.words)) throw new Error(t('barred.done'));
		return { kind: 'words', data: { words: words, changed } };
	});
	inputs.readWords();
	if (inputs.files.length > 0) await work.queue.derive(() => readAnew(work));
}

/** A word list's values without a word. */
const without = (values: Vocabulary[string], word: string): Vocabulary[string] =>
	Object.fromEntries(
		Object.entries(values).map(([value, words]) => [value, words.filter((w) => w !== word)])
	);
