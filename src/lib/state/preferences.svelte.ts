import { isolated, message, messageKeys, type MessageKey } from '../i18n/messages';
import type { Lang, Text } from '../i18n/text';
import { BUILT_IN } from '../intake/vocabulary';
import { local } from './local';

type Theme = 'light' | 'dark';
const LANG = 'kaohe.lang';
const THEME = 'kaohe.theme';

const dark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

/** The language and theme of this machine. */
class Preferences {
	lang = $state<Lang>((local.getItem(LANG) as Lang | null) ?? 'zh');
	theme = $state<Theme>((local.getItem(THEME) as Theme | null) ?? (dark() ? 'dark' : 'light'));

	setLang(lang: Lang): void {
		this.lang = lang;
		local.setItem(LANG, lang);
		this.apply();
	}

	setTheme(theme: Theme): void {
		this.theme = theme;
		local.setItem(THEME, theme);
		this.apply();
	}

	/** Tells the document, which styles and screen readers go by. */
	apply(): void {
		document.documentElement.lang = this.lang === 'zh' ? 'zh-CN' : 'en';
		document.documentElement.dataset['theme'] = this.theme;
	}
}

export const preferences = new Preferences();

/** A message in the language of the screen. */
export const t = (key: MessageKey, fill?: Record<string, string | number>): string =>
	message(preferences.lang, key, fill);

/** The word of a list that a value stands for, or the value itself where the list lacks it. */
export const word = (list: string, value: string): string =>
	messageKeys.has(`${list}.${value}`) ? t(`${list}.${value}` as MessageKey) : value;

/** A value of a word list of the vocabulary as it is said: its first word in Chinese, itself in English; a source's own word stays. */
export function listWord(list: string, value: string): string {
	const words = BUILT_IN[list]?.[value];
	if (!words) return value;
	const [first = value] = preferences.lang === 'zh' ? words : [value.replaceAll('_', ' ')];
	return first;
}

/** Names one after another, each kept to itself whatever way it runs. */
export const listed = (names: readonly string[]): string => names.map(isolated).join(t('text.list'));

/** The side of a bilingual text that the screen shows. */
export const pick = (text: Text): string => text[preferences.lang];
