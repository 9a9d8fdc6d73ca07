import { MEASURES } from './measures';

const all = Object.entries(MEASURES);

/** The measures that are what their counted records add up to. */
export const SUMMED = all.filter(([, { counts }]) => counts !== 'itself').map(([measure]) => measure);

/** What is told of a counted record, of whatever measure. */
function toldOf(measure: string): string {
	const { per = 1, units = ['branch', 'person'] } = MEASURES[measure]!;
	return `${String(per)}::bigint as per, own.month, own.branch,
	${units.includes('person') ? 'own.person' : 'null::varchar as person'},
	${units.includes('group') ? 'own."group"' : 'null::varchar as "group"'},
	own.numerator, own.denominator from counted.${measure} as own`;
}

/** The counted records of a measure, told as those of every other. */
export const countedOf = (measure: string): string => `select '${measure}' as measure, ${toldOf(measure)}`;

/** The counted records of a measure's slices, each under the slice's name. */
const slicedOf = (measure: string): string[] =>
	Object.entries(MEASURES[measure]!.slices ?? {}).map(
		([column, names]) => `select slice.measure, ${toldOf(measure)}
	cross join policy.slice
	where slice.counts = '${measure}' and slice."column" = '${column}'
		and ${isAmong(
			`slice."values"`,
			names.map((name) => `own."${name}"`)
		)}`
	);

/** Whether one of a record's columns is among values between bars. */
export const isAmong = (values: string, columns: string[]): string =>
	`(${columns
		.map(
			(column) =>
				`(strpos(${values}, '|' || coalesce(${column}, '') || '|') > 0 and strpos(coalesce(${column}, ''), '|') = 0)`
		)
		.join(' or ')})`;

/** What counted records add up to, by month and whom they are of: sums that add up again. */
const summed = (counted: string): string =>
	`with counted as (${counted})
select measure, per, month, branch, person, "group", sum(numerator) as numerator, sum(denominator) as denominator
from counted
group by measure, per, month, branch, person, "group"`;

/** The sums of a measure. */
export const cellsOf = (measure: string): string => summed(countedOf(measure));

/** The sums of a measure's slices; null where it has none. */
export function slicedCellsOf(measure: string): string | null {
	const slices = slicedOf(measure);
	return slices.length === 0 ? null : summed(slices.join('\nunion all\n'));
}

/** The sums of every slice of every measure; its text is long to plan, and seldom needed. */
const SLICED = summed(SUMMED.flatMap(slicedOf).join('\nunion all\n'));

/** The relations that the catalogue of measures says, by name. */
export const DERIVED: Record<string, string> = {
	'counted.every': SUMMED.map(countedOf).join('\nunion all by name\n'),
	'measures.sliced': SLICED,
	'measures.rests_on': `from (values\n${all
		.flatMap(([measure, { rests = [] }]) => rests.map((dataset) => `\t('${measure}', '${dataset}')`))
		.join(',\n')}\n) as rests_on (measure, dataset)`
};
