import { listedWord } from '../intake/listed-word';
import { language } from '../language/language.svelte';

/** A value of a word list of the vocabulary in the language of the screen. */
export const listWord = (list: string, value: string): string => listedWord(language.lang, list, value);
