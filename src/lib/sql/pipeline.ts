import { MEASURES } from './measures';

/** What becomes of a relation: rows appended from outside, a view, a table computed when the pipeline runs, one computed only where the policies score slices, or one computed of the months shown when a report asks for it. */
export type RelationKind = 'input' | 'view' | 'table' | 'sliced' | 'asked';

export interface Relation {
	/** `schema.name`; its text is `<schema>/<name>.sql`. */
	name: string;
	kind: RelationKind;
}

const of = (kind: RelationKind, schema: string, names: string): Relation[] =>
	names.split(' ').map((name) => ({ name: `${schema}.${name}`, kind }));

/** Every relation, in the order in which it can be made: the table of contents of src/lib/sql. */
export const PIPELINE: Relation[] = [
	...of(
		'input',
		'staging',
		'file branch person attendance ticket callback fee spot_check rating merit audit report plan call receipt log customer meter figure hold workday theme shown sampling appraisal sealed sealed_prize scope left_rater touched adjustment aside lost_mark stated'
	),
	...of(
		'input',
		'policy',
		'version reading post scorecard applies line slice tier step rater merit prize followup part flexible exempt group_penalty clock stop'
	),
	...of('input', 'checks', 'found moved heir'),
	...of('input', 'scores', 'known'),
	...of('view', 'checks', 'record'),
	...of('table', 'checks', 'fresh shared'),
	...of('view', 'checks', 'content'),
	...of('table', 'checks', 'repeat'),
	...of('view', 'facts', 'branch'),
	...of('table', 'facts', 'heir'),
	...of(
		'view',
		'facts',
		'person attendance ticket callback fee spot_check rating merit audit report plan call receipt log customer meter figure hold'
	),
	...of('view', 'facts', 'complaint'),
	...of('table', 'facts', 'callback_count month'),
	...of('view', 'facts', 'received'),
	...of('table', 'facts', 'named open_branch unread'),
	...of('view', 'policy', 'choice'),
	...of('table', 'policy', 'rule month_part'),
	...of('table', 'rows', 'unit'),
	...of('view', 'rows', 'held hold'),
	...of('table', 'rows', 'waited deadline'),
	...of(
		'view',
		'rows',
		'complaint rated callback attendance report untrue_report merit opinion call ticket timed aftercare due fee log asked loop plan contact receipt group_month rating'
	),
	...of('view', 'counted', [...Object.keys(MEASURES), 'merits', 'rating', 'every'].join(' ')),
	...of('table', 'measures', 'callback_completion satisfaction'),
	...of('view', 'measures', 'rests_on'),
	...of('sliced', 'measures', 'sliced'),
	...of('table', 'measures', 'every'),
	...of('table', 'scores', 'ledger rating beside'),
	...of('view', 'scores', 'basis scoped rescored unread card grid'),
	...of('table', 'scores', 'value line'),
	...of('view', 'scores', 'next kpi part blend'),
	...of('table', 'scores', 'total'),
	...of('table', 'rankings', 'barred span renamed'),
	...of('view', 'rankings', 'unranked'),
	...of('table', 'rankings', 'month quarter'),
	...of('table', 'awards', 'prize followup'),
	...of('view', 'awards', 'year'),
	...of('view', 'reports', 'slot'),
	...of('asked', 'reports', 'callback_part customer_call reach remark finding_call'),
	...of(
		'view',
		'reports',
		'coverage week notice origin repeat_row ticket_repeat ticket ticket_open ticket_open_sum hold aftercare call fee fee_open fee_age fee_home fee_day fee_reminder meter chain callback callback_due callback_chain opinion_row opinion opinion_pass unhappy check check_week complaint complaint_open plan plan_sum group_month group_sum log log_open attendance submission shared_part rater_move move uncredited_row uncredited finding_row finding finding_sum candidate sample sample_sum checked reconcile'
	)
];

/** The file that holds the exact arithmetic shared by several relations. */
export const MACROS = 'macro.macro';
