import { MEASURES } from './measures';

const all = Object.entries(MEASURES);

/** The relations that the catalogue of measures says, by name. */
export const DERIVED: Record<string, string> = {
	'counted.every': all
		.filter(([, { counts }]) => counts !== 'itself')
		.map(
			([measure, { per = 1, units = ['branch', 'person'] }]) =>
				`select '${measure}' as measure, ${String(per)}::bigint as per, month, branch,
	${units.includes('person') ? 'person' : 'null::varchar as person'},
	${units.includes('group') ? '"group"' : 'null::varchar as "group"'},
	numerator, denominator from counted.${measure}`
		)
		.join('\nunion all by name\n'),
	'measures.rests_on': `from (values\n${all
		.flatMap(([measure, { rests = [] }]) => rests.map((dataset) => `\t('${measure}', '${dataset}')`))
		.join(',\n')}\n) as rests_on (measure, dataset)`
};
