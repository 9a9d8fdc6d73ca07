import type { Lang } from './text';
import { zh, type MessageKey, type Messages } from './zh-CN';
import { en } from './en';

const CATALOGUES: Record<Lang, Messages> = { zh, en };

/** Every message there is. */
export const messageKeys: ReadonlySet<string> = new Set(Object.keys(zh));

/** A message of the screen with `{name}` places filled in. */
export function message(lang: Lang, key: MessageKey, fill: Record<string, string | number> = {}): string {
	return CATALOGUES[lang][key].replace(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? `{${name}}`));
}

export type { MessageKey };
