import { isolated, message, teach, wordIn, type MessageKey } from './messages';
import type { Lang, Text } from './text';

/** The language that is spoken. */
class Language {
	lang = $state<Lang>('zh');
}

export const language = new Language();

/** Fetches what a language needs before it can be spoken: English comes where it is wanted. */
export async function learn(lang: Lang): Promise<void> {
	if (lang === 'en') teach('en', (await import('./en')).en);
}

let later: Promise<void> | null = null;

/** Fetches what is said once there is something to score; at once where it is there already, and anew after a failure. */
export const learnLater = (): Promise<void> =>
	(later ??= import('./zh-later').then(
		({ later: messages }) => teach('zh', messages),
		(error: unknown) => {
			later = null;
			throw error;
		}
	));

/** A message in the language of the screen. */
export const t = (key: MessageKey, fill?: Record<string, string | number>): string =>
	message(language.lang, key, fill);

/** The word of a list that a value stands for, or the value itself where the list lacks it. */
export const word = (list: string, value: string): string => wordIn(language.lang, list, value);

/** Names one after another, each kept to itself whatever way it runs. */
export const listed = (names: readonly string[]): string => names.map(isolated).join(t('text.list'));

/** The side of a bilingual text that the screen shows. */
export const pick = (text: Text): string => text[language.lang];

/** Clauses of a sentence one after another; empty ones are left out. */
export const clauses = (parts: readonly string[]): string => parts.filter(Boolean).join(t('text.between'));

/** What something is, behind its name. */
export const pair = (what: string, is: string): string => t('text.pair', { what, is });

/** Words of the handbook, as they stand there. */
export const quoted = (text: string): string => t('text.quote', { text });

/** Words in brackets, behind others. */
export const bracketed = (text: string): string => t('text.brackets', { text });
