import type { Lang } from './text';
import { first, type MessageKey, type Messages } from './zh-CN';

const catalogues: Record<Lang, Partial<Messages>> = { zh: first, en: {} };

/** Adds to what can be said in a language; Chinese has the first screen's messages from the start. */
export const teach = (lang: Lang, messages: Partial<Messages>): void => {
	catalogues[lang] = { ...catalogues[lang], ...messages };
};

/** Whether there is a message of that name among what was taught. */
export const isMessage = (key: string): key is MessageKey => key in catalogues.zh || key in catalogues.en;

/** Letters that run from right to left, and marks that turn the direction. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A name that may run the other way, kept to itself in a sentence; any other text as it is. */
export const isolated = (text: string): string => (TURNS.test(text) ? `\u2068${text}\u2069` : text);

/** A message of the screen with `{name}` places filled in; throws where the language hasn't been taught it yet. */
export function message(lang: Lang, key: MessageKey, fill: Record<string, string | number> = {}): string {
	const text = catalogues[lang][key];
	if (text === undefined) throw new Error(`no message "${key}" in "${lang}" yet`);
	return text.replace(/\{(\w+)\}/g, (_, name: string) => isolated(String(fill[name] ?? `{${name}}`)));
}

/** The word of a list that a value stands for, or the value itself where the list lacks it. */
export function wordIn(lang: Lang, list: string, value: string): string {
	const key = `${list}.${value}`;
	return isMessage(key) ? message(lang, key) : value;
}

export type { MessageKey };
