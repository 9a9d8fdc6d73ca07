import type { Lang } from '../language/text';
import { BUILT_IN } from './vocabulary';

/** A value of a word list of the vocabulary as it is said: its first word in Chinese, itself in English; a source's own word stays. */
export function listedWord(lang: Lang, list: string, value: string): string {
	const words = BUILT_IN[list]?.[value];
	if (!words) return value;
	const [first = value] = lang === 'zh' ? words : [value.replaceAll('_', ' ')];
	return first;
}
