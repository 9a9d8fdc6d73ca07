import { periodKind } from '../calendar/period';
import { t } from '../language/language.svelte';

/** A period in words. */
export function periodText(period: string): string {
	const year = period.slice(0, 4);
	const kind = periodKind(period);
	if (kind === 'year') return t('period.year', { year });
	if (kind === 'quarter') return t('period.quarter', { year, quarter: period.slice(5) });
	return t('period.month', { year, month: String(Number(period.slice(5))).padStart(2, '0') }).replace(
		'年0',
		'年'
	);
}
