import type { Lang } from './text';
import { zh, type MessageKey, type Messages } from './zh-CN';

const catalogues: Partial<Record<Lang, Messages>> = { zh };

/** Gives a language its messages; Chinese has them from the start. */
export const teach = (lang: Lang, messages: Messages): void => void (catalogues[lang] = messages);

/** The messages of a language; throws before it has been taught. */
function messagesIn(lang: Lang): Messages {
	const messages = catalogues[lang];
	if (!messages) throw new Error(`no messages in "${lang}" yet`);
	return messages;
}

/** Every message there is. */
export const messageKeys: ReadonlySet<string> = new Set(Object.keys(zh));

/** Letters that run from right to left, and marks that turn the direction. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A name that may run the other way, kept to itself in a sentence; any other text as it is. */
export const isolated = (text: string): string => (TURNS.test(text) ? `\u2068${text}\u2069` : text);

/** A message of the screen with `{name}` places filled in. */
export function message(lang: Lang, key: MessageKey, fill: Record<string, string | number> = {}): string {
	return messagesIn(lang)[key].replace(/\{(\w+)\}/g, (_, name: string) =>
		isolated(String(fill[name] ?? `{${name}}`))
	);
}

export type { MessageKey };
