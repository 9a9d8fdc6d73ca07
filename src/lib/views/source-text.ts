import { points } from '../language/numbers';
import type { PolicyLine } from '../policy/schema';
import { t } from '../language/language.svelte';

interface Counted {
	numerator: string;
	denominator: string;
}

/** What a line counts, as a form shows it: cases, or events and the points that they take. */
export const sourceText = (
	line: PolicyLine | undefined,
	cell: Counted,
	total: { audit: string } | undefined
): string =>
	line?.scoring === 'points_off'
		? t('ledger.events', { count: cell.numerator, points: points(String(total?.audit ?? 0)) })
		: `${cell.numerator}/${cell.denominator}`;
