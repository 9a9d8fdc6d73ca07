import { language } from '../language/language.svelte';
import type { Lang } from '../language/text';
import { local } from './local';

type Theme = 'light' | 'dark';
const LANG = 'kaohe.lang';
const THEME = 'kaohe.theme';

const dark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

/** What this machine shows: its language and theme, kept from one visit to the next. */
class Preferences {
	theme = $state<Theme>((local.getItem(THEME) as Theme | null) ?? (dark() ? 'dark' : 'light'));

	constructor() {
		language.lang = (local.getItem(LANG) as Lang | null) ?? 'zh';
	}

	setLang(lang: Lang): void {
		language.lang = lang;
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
		document.documentElement.lang = language.lang === 'zh' ? 'zh-CN' : 'en';
		document.documentElement.dataset['theme'] = this.theme;
	}
}

export const preferences = new Preferences();
