import type { Refused } from '../month/decide';
import { periodText } from './period-text';
import { t } from '../language/language.svelte';

/** Why something can't be done, in the language of the screen. */
export const refusedText = ({ says, fill = {} }: Refused): string =>
	t(says, 'month' in fill ? { ...fill, month: periodText(String(fill['month'])) } : fill);
