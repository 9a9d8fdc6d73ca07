import { isolated, message, messageKeys, type MessageKey } from './messages';
import type { Lang, Text } from './text';

/** The language that is spoken. */
class Language {
	lang = $state<Lang>('zh');
}

export const language = new Language();

/** A message in the language of the screen. */
export const t = (key: MessageKey, fill?: Record<string, string | number>): string =>
	message(language.lang, key, fill);

/** The word of a list that a value stands for, or the value itself where the list lacks it. */
export const word = (list: string, value: string): string =>
	messageKeys.has(`${list}.${value}`) ? t(`${list}.${value}` as MessageKey) : value;

/** Names one after another, each kept to itself whatever way it runs. */
export const listed = (names: readonly string[]): string => names.map(isolated).join(t('text.list'));

/** The side of a bilingual text that the screen shows. */
export const pick = (text: Text): string => text[language.lang];
