import { MEASURES } from './measures';

const all = Object.entries(MEASURES);

/** The measures that are what their counted records add up to. */
export const SUMMED = all.filter(([, { counts }]) => counts !== 'itself').map(([measure]) => measure);

/** The counted records of a measure, told as those of every other. */
export function countedOf(measure: string): string {
	const { per = 1, units = ['branch', 'person'] } = MEASURES[measure]!;
	return `select '${measure}' as measure, ${String(per)}::bigint as per, month, branch,
	${units.includes('person') ? 'person' : 'null::varchar as person'},
	${units.includes('group') ? '"group"' : 'null::varchar as "group"'},
	numerator, denominator from counted.${measure}`;
}

/** What the counted records of a measure add up to, by month and whom they are of: sums that add up again. */
export const cellsOf = (measure: string): string =>
	`with counted as (${countedOf(measure)})
select measure, per, month, branch, person, "group", sum(numerator) as numerator, sum(denominator) as denominator
from counted
group by measure, per, month, branch, person, "group"`;

/** The relations that the catalogue of measures says, by name. */
export const DERIVED: Record<string, string> = {
	'counted.every': SUMMED.map(countedOf).join('\nunion all by name\n'),
	'measures.rests_on': `from (values\n${all
		.flatMap(([measure, { rests = [] }]) => rests.map((dataset) => `\t('${measure}', '${dataset}')`))
		.join(',\n')}\n) as rests_on (measure, dataset)`
};
