import type { GapRow, NoticeRow } from '../sql/rows';
import type { Results } from '../sql/rows';

/** The weeks of a month without records of a data set, up to the one of today: what is to come owes nothing. */
export const gapsUntil = ({ gaps }: Results, month: string, today: string): GapRow[] =>
	gaps.filter((g) => g.month === month && g.week <= today);

/** What HR should know of a month before it is paid: oddities of its records, and branches with weeks without a spot check. */
export function noticesOf(results: Results, month: string, today: string): NoticeRow[] {
	const weeks = new Map<string, number>();
	for (const { dataset, branch } of gapsUntil(results, month, today))
		if (dataset === 'spot_checks') weeks.set(branch, (weeks.get(branch) ?? 0) + 1);
	return [
		...results.notices.filter((n) => n.month === month),
		...[...weeks].map(([branch, records]) => ({ month, branch, notice: 'week_without_check', records }))
	];
}
