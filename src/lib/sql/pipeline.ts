/** What becomes of a relation: rows appended from outside, a view, or a table computed when the pipeline runs. */
export type Kind = 'input' | 'view' | 'table';

export interface Relation {
	/** `schema.name`; its text is `<schema>/<name>.sql`. */
	name: string;
	kind: Kind;
}

const of = (kind: Kind, schema: string, names: string): Relation[] =>
	names.split(' ').map((name) => ({ name: `${schema}.${name}`, kind }));

/** Every relation, in the order in which it can be made: the table of contents of src/lib/sql. */
export const PIPELINE: Relation[] = [
	...of(
		'input',
		'staging',
		'file branch person attendance ticket callback fee spot_check rating merit audit report plan call receipt log workday appraisal sealed sealed_prize scope touched adjustment'
	),
	...of(
		'input',
		'policy',
		'version reading post scorecard applies line tier step rater merit prize followup'
	),
	...of('view', 'checks', 'record'),
	...of('table', 'checks', 'repeat'),
	...of(
		'view',
		'facts',
		'branch person attendance ticket callback fee spot_check rating merit audit report plan call receipt log'
	),
	...of('view', 'facts', 'complaint'),
	...of('table', 'facts', 'callback_count month named unit'),
	...of('view', 'policy', 'choice'),
	...of('table', 'policy', 'rule'),
	...of('view', 'rows', 'complaint callback attendance untrue_report merit opinion call'),
	...of('table', 'measures', 'complaint_unresolved callback_completion satisfaction'),
	...of(
		'view',
		'measures',
		'service_skill callback_truth report_truth audit plan call_volume first_call_resolution feedback_in_time cooperation staff_appraisal fee_collection ticket_in_time'
	),
	...of('table', 'measures', 'every'),
	...of('table', 'scores', 'ledger rating'),
	...of('view', 'scores', 'card grid value'),
	...of('table', 'scores', 'line'),
	...of('view', 'scores', 'next kpi part blend'),
	...of('table', 'scores', 'total'),
	...of('table', 'rankings', 'month'),
	...of('view', 'rankings', 'span'),
	...of('table', 'rankings', 'quarter'),
	...of('table', 'awards', 'prize followup'),
	...of('view', 'awards', 'year'),
	...of('view', 'reports', 'coverage week notice origin')
];

/** The file that holds the exact arithmetic shared by several relations. */
export const MACROS = 'macro.macro';
