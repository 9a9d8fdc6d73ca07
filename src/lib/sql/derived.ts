import { MEASURES } from './measures';

const all = Object.entries(MEASURES);

/** The measures that are what their counted records add up to. */
export const SUMMED = all.filter(([, { counts }]) => counts !== 'itself').map(([measure]) => measure);

/** The counted records of a measure, told as those of every other; those of a slice of it once more under its name. */
export function countedOf(measure: string): string {
	const { per = 1, units = ['branch', 'person'], slices = {} } = MEASURES[measure]!;
	const cells = `${String(per)}::bigint as per, own.month, own.branch,
	${units.includes('person') ? 'own.person' : 'null::varchar as person'},
	${units.includes('group') ? 'own."group"' : 'null::varchar as "group"'},
	own.numerator, own.denominator from counted.${measure} as own`;
	const sliced = Object.keys(slices).map(
		(column) => `select slice.measure, ${cells}
	cross join policy.slice
	where slice.counts = '${measure}' and slice."column" = '${column}'
		and ${isAmong(
			`slice."values"`,
			slices[column]!.map((name) => `own."${name}"`)
		)}`
	);
	return [`select '${measure}' as measure, ${cells}`, ...sliced].join('\nunion all\n');
}

/** Whether one of a record's columns is among values between bars. */
export const isAmong = (values: string, columns: string[]): string =>
	`(${columns.map((column) => `strpos(${values}, '|' || coalesce(${column}, '') || '|') > 0`).join(' or ')})`;

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
