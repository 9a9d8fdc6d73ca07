import { language, learn } from '../language/language.svelte';
import type { Lang } from '../language/text';
import { local } from './local';

type Theme = 'light' | 'dark';
const LANG = 'kaohe.lang';
const THEME = 'kaohe.theme';

const dark = matchMedia('(prefers-color-scheme: dark)');
const ofSystem = (): Theme => (dark.matches ? 'dark' : 'light');

/** What this machine shows: its language and theme, kept from one visit to the next. */
class Preferences {
	theme = $state<Theme>((local.getItem(THEME) as Theme | null) ?? ofSystem());

	/** Resolves once the language of the last visit is spoken; where it can't be fetched the page is Chinese, and asking for it says why. */
	readonly ready = this.speak((local.getItem(LANG) as Lang | null) ?? 'zh').catch(() => this.speak('zh'));

	constructor() {
		// a system that goes dark in the evening is followed, until one chooses here
		dark.addEventListener('change', () => {
			if (local.getItem(THEME) !== null) return;
			this.theme = ofSystem();
			this.apply();
		});
	}

	private async speak(lang: Lang): Promise<void> {
		await learn(lang);
		// at once: text is measured by the document's language as it is drawn
		language.lang = lang;
		this.apply();
	}

	async setLang(lang: Lang): Promise<void> {
		await this.speak(lang);
		local.setItem(LANG, lang);
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
