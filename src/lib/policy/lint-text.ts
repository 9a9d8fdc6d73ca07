import { message, type MessageKey } from '../language/messages';
import type { Lang } from '../language/text';
import { QUANTITY_NAMES } from './dimension';
import type { Finding } from './lint';

const NAMES = new RegExp(`\\b(?:${QUANTITY_NAMES.join('|')})\\b`, 'g');

/** A finding as a sentence. */
export function findingText(lang: Lang, { code, values }: Finding): string {
	const said = (value: string | number): string =>
		String(value).replace(NAMES, (name) => message(lang, `quantity.${name}` as MessageKey));
	const worded = Object.entries(values).map(
		([key, value]) => [key, key === 'formula' || key === 'example' ? said(value) : value] as const
	);
	const text = message(lang, `lint.${code}`, Object.fromEntries(worded));
	const { quote = '' } = values;
	return quote === '' ? text : text + message(lang, 'lint.quote', { quote });
}
