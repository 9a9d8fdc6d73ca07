import type { Row } from '../engine/engine';
import { points } from '../format';
import type { PolicyLine } from '../policy/schema';
import { t } from './preferences.svelte';

/** What a line counts, as a form shows it: cases, or events and the points that they take. */
export const sourceText = (line: PolicyLine | undefined, cell: Row, total: Row | undefined): string =>
	line?.scoring === 'points_off'
		? t('ledger.events', { count: String(cell['numerator']), points: points(String(total?.['audit'] ?? 0)) })
		: `${String(cell['numerator'])}/${String(cell['denominator'])}`;
