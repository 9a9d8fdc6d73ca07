import { askReport } from '$lib/work/ask';
import type { CheckedRow, CheckRow, CheckWeekRow, DrawnRow, StratumRow } from '$lib/reports/rows';
import { perWeekOf, type Sampling } from '$lib/compute/shown';
import { shownOf } from '$lib/reports/part-view';
import { CHECKED, checksOf, oneCallback, SAMPLE, STRATA, WEEKS } from '$lib/reports/desk';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace, filters } = await parent();
	const sampling: Sampling = {
		dataset: url.searchParams.get('of') === 'tickets' ? 'tickets' : 'callbacks',
		seed: url.searchParams.get('seed') ?? filters.period,
		perWeek: perWeekOf(url.searchParams.get('n') ?? '')
	};
	const ref = url.searchParams.get('ref');
	const shown = { ...shownOf(filters.period, null, filters.branch), sampling };
	const query = ref === null ? SAMPLE : oneCallback(ref);
	const numbers = workspace.inputs.files.map((f) => f.number);
	const none = numbers.length === 0;
	// what is drawn doesn't change by judging: the forms stay as they are
	const key = JSON.stringify([shown, query, workspace.inputs.files.map((f) => f.sha256)]);
	if (drawn?.key !== key)
		drawn = {
			key,
			rows: none
				? Promise.resolve([[], [], []])
				: askReport<Drawn>(workspace, shown, [
						query,
						checksOf(query, numbers),
						ref === null ? STRATA : `from (${STRATA}) limit 0`
					])
		};
	const weeks: Promise<Covered> = none
		? Promise.resolve([[], []])
		: askReport<Covered>(workspace, shown, [WEEKS, CHECKED]);
	for (const promise of [drawn.rows, weeks]) promise.catch(() => {});
	return { sampling, sample: drawn.rows, weeks, ref };
};

type Drawn = [DrawnRow[], CheckRow[], StratumRow[]];
type Covered = [CheckWeekRow[], CheckedRow[]];
let drawn: { key: string; rows: Promise<Drawn> } | null = null;
