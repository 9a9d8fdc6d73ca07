import { periodKind } from '../calendar/period';
import { message } from '../language/messages';
import type { Lang } from '../language/text';

/** A period in the words of a language; a rolling span (`2026-07~2026-09`) by its first and last month. */
export function periodIn(lang: Lang, period: string): string {
	if (period.includes('~'))
		return period
			.split('~')
			.map((month) => periodIn(lang, month))
			.join(' – ');
	const year = period.slice(0, 4);
	const kind = periodKind(period);
	if (kind === 'year') return message(lang, 'period.year', { year });
	if (kind === 'quarter') return message(lang, 'period.quarter', { year, quarter: period.slice(5) });
	const month = String(Number(period.slice(5))).padStart(2, '0');
	return message(lang, 'period.month', { year, month }).replace('年0', '年');
}
