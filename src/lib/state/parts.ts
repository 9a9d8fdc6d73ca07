/** How a figure of a report is written. */
export type Format =
	| 'count'
	| 'yuan'
	| 'thousandths'
	| 'hours'
	| 'days'
	| 'share'
	| 'mean'
	| 'text'
	| 'branch'
	| 'person'
	| 'word'
	| 'mark';

/** A column of a report: what it shows of its relation. */
export interface Figure {
	id: string;
	format: Format;
	/** The columns that a share or mean divides. */
	of?: [numerator: string, denominator: string];
	better?: 'higher' | 'lower';
}

/** The rows behind a report's values: a relation of single records, its columns, and the column that each dimension reads. */
export interface Behind {
	from: string;
	dataset: string;
	columns: Record<string, string>;
	by: Record<string, string>;
	where?: string;
}

/** One table of a part: a relation of `reports`, by the dimension chosen or by its own keys. */
export interface Section {
	id: string;
	from: string;
	/** Dimensions to choose from, the first at the start. */
	by?: string[];
	/** Columns that tell its rows apart, where there is no dimension. */
	keys?: Figure[];
	figures: Figure[];
	order: string;
	behind?: Behind;
	/** The figure that its chart shows. */
	chart?: string;
	/** True where it lists single records of the months shown alone. */
	list?: boolean;
	/** The column with the number of a callback that can be put on the spot-check desk. */
	desk?: string;
}

export interface Part {
	id: string;
	/** Where the handbook speaks of it. */
	clause: string;
	/** The figures that stand for it in the bulletin, of the first section's whole. */
	headline: string[];
	sections: Section[];
}

const count = (id: string, better?: Figure['better']): Figure => ({
	id,
	format: 'count',
	...(better && { better })
});
const yuan = (id: string, better?: Figure['better']): Figure => ({
	id,
	format: 'yuan',
	...(better && { better })
});
const hours = (id: string): Figure => ({ id, format: 'hours', better: 'lower' });
const text = (...ids: string[]): Figure[] => ids.map((id) => ({ id, format: 'text' }));
const share = (id: string, of: string, over: string, better: Figure['better'] = 'higher'): Figure => ({
	id,
	format: 'share',
	of: [of, over],
	better
});
const branch: Figure = { id: 'branch', format: 'branch' };
const person: Figure = { id: 'person', format: 'person' };
const at = (column: string): string => `strftime(${column}, '%Y-%m-%d %H:%M')`;

const tickets: Behind = {
	from: 'rows.ticket',
	dataset: 'tickets',
	columns: {
		ticket: 'ticket',
		branch: 'branch',
		unit: 'unit',
		category: 'category',
		party: 'party',
		received_at: at('received_at'),
		resolved_at: at('resolved_at'),
		status: 'status_text'
	},
	by: {
		kind: 'kind_text',
		category: 'category',
		party: 'party',
		branch: 'branch',
		person: 'person',
		stage: 'stage',
		warranty: 'warranty',
		cause: 'cause',
		month: 'month'
	}
};

const callbacks: Behind = {
	from: 'rows.talk',
	dataset: 'callbacks',
	columns: {
		callback: 'callback',
		branch: 'branch',
		person: 'person',
		customer: 'customer',
		called_at: at('called_at'),
		channel: 'channel',
		result: 'result_text',
		satisfaction: 'satisfaction_text',
		note: 'note'
	},
	by: { class: 'class_text', channel: 'channel', branch: 'branch', person: 'person', month: 'month' }
};

/** The measurable parts of the handbook as reports, in its order. */
export const PARTS: Part[] = [
	{
		id: 'plans',
		clause: 'L90-93, L134, L248-260',
		headline: ['items', 'plan_done'],
		sections: [
			{
				id: 'plan_sum',
				from: 'reports.plan_sum',
				by: ['kind', 'branch', 'month', 'all'],
				figures: [
					count('items'),
					count('plan_done'),
					count('partly'),
					share('done_share', 'plan_done', 'items'),
					count('overdue', 'lower')
				],
				order: 'items desc'
			},
			{
				id: 'plan',
				from: 'reports.plan',
				keys: [...text('month'), branch, ...text('kind_text', 'item')],
				figures: [
					{ id: 'planned', format: 'thousandths' },
					{ id: 'actual', format: 'thousandths' },
					...text('measure_unit'),
					share('plan_share', 'actual', 'planned'),
					{ id: 'implied', format: 'thousandths' },
					...text('due_on', 'done_on'),
					{ id: 'milestone', format: 'word' }
				],
				order: 'month, branch, kind_text, item',
				list: true
			}
		]
	},
	{
		id: 'submissions',
		clause: 'L147-149, L163',
		headline: ['reports', 'on_time_share'],
		sections: [
			{
				id: 'submission',
				from: 'reports.submission',
				keys: [branch],
				figures: [
					count('reports'),
					count('on_time'),
					count('late', 'lower'),
					count('missing', 'lower'),
					share('on_time_share', 'on_time', 'reports'),
					count('untrue', 'lower'),
					{ id: 'quality', format: 'thousandths', better: 'higher' }
				],
				order: 'branch',
				chart: 'on_time_share'
			},
			{
				id: 'reconcile',
				from: 'reports.reconcile',
				keys: [...text('month'), branch, ...text('figure_text')],
				figures: [
					{ id: 'reported', format: 'thousandths' },
					{ id: 'counted', format: 'thousandths' },
					{ id: 'difference', format: 'thousandths' },
					{ id: 'cause', format: 'word' }
				],
				order: 'month, branch, figure',
				list: true
			}
		]
	},
	{
		id: 'tickets',
		clause: 'L168-186, L297-321',
		headline: ['tickets', 'completion', 'open'],
		sections: [
			{
				id: 'ticket',
				from: 'reports.ticket',
				by: ['category', 'party', 'branch', 'person', 'kind', 'stage', 'warranty', 'cause', 'month', 'all'],
				figures: [
					count('tickets'),
					{ id: 'per_person', format: 'mean', of: ['tickets', 'people'] },
					count('done'),
					count('open', 'lower'),
					share('completion', 'done', 'tickets'),
					share('in_time_share', 'in_time', 'due'),
					count('disputed', 'lower'),
					count('repeated', 'lower'),
					hours('reply_middle'),
					hours('arrival_middle'),
					hours('done_middle'),
					hours('done_late')
				],
				order: 'tickets desc, value',
				behind: tickets,
				chart: 'completion'
			},
			{
				id: 'ticket_open',
				from: 'reports.ticket_open',
				keys: [...text('ticket'), branch, ...text('unit', 'category', 'party'), person],
				figures: [
					...text('received_on'),
					{ id: 'age', format: 'days', better: 'lower' },
					{ id: 'stalled', format: 'days', better: 'lower' },
					{ id: 'warranty', format: 'word' },
					...text('cause')
				],
				order: 'age desc, ticket',
				list: true
			},
			{
				id: 'ticket_repeat',
				from: 'reports.ticket_repeat',
				keys: [branch, ...text('unit', 'category')],
				figures: [count('tickets', 'lower'), count('open', 'lower'), ...text('first_on', 'last_on')],
				order: 'tickets desc, branch, unit',
				list: true
			}
		]
	},
	{
		id: 'fees',
		clause: 'L86, L113, L188-190, L277, L319',
		headline: ['owed', 'paid', 'rate_amount', 'rate_eligible'],
		sections: [
			{
				id: 'fee',
				from: 'reports.fee',
				by: ['branch', 'item', 'building', 'month', 'all'],
				figures: [
					yuan('due'),
					yuan('waived'),
					yuan('paid', 'higher'),
					yuan('outstanding', 'lower'),
					count('homes'),
					count('homes_owing', 'lower'),
					share('rate_amount', 'paid', 'owed'),
					share('rate_all', 'homes_paid', 'homes'),
					share('rate_eligible', 'eligible_paid', 'homes_eligible'),
					count('partly'),
					count('early')
				],
				order: 'outstanding desc, value',
				chart: 'rate_amount',
				behind: {
					from: 'rows.fee',
					dataset: 'fees',
					columns: {
						bill: 'bill',
						branch: 'branch',
						unit: 'unit',
						item: 'item',
						due_amount: 'due_amount::double',
						waived_amount: 'waived_amount::double',
						paid_amount: 'paid_amount::double',
						paid_at: at('paid_at'),
						reason: 'reason_text'
					},
					by: { branch: 'branch', item: 'item', building: 'building', month: 'month' }
				}
			},
			{
				id: 'fee_reason',
				from: 'reports.fee',
				by: ['reason'],
				figures: [count('bills'), count('homes'), yuan('outstanding', 'lower')],
				order: 'outstanding desc, value'
			},
			{
				id: 'fee_age',
				from: 'reports.fee_age',
				keys: [...text('item'), { id: 'age', format: 'word' }],
				figures: [count('bills'), count('homes'), yuan('outstanding', 'lower')],
				order: 'item, age'
			},
			{
				id: 'fee_day',
				from: 'reports.fee_day',
				keys: text('day'),
				figures: [count('bills'), yuan('paid')],
				order: 'day',
				list: true
			},
			{
				id: 'fee_reminder',
				from: 'reports.fee_reminder',
				keys: [branch],
				figures: [
					count('reminders'),
					count('homes'),
					share('answered', 'homes_paid', 'homes'),
					yuan('paid_after'),
					yuan('outstanding', 'lower')
				],
				order: 'branch',
				list: true
			},
			{
				id: 'meter',
				from: 'reports.meter',
				keys: [...text('month'), branch, ...text('item')],
				figures: [yuan('metered'), yuan('collected'), yuan('difference')],
				order: 'month, branch, item',
				list: true
			}
		]
	},
	{
		id: 'callbacks',
		clause: 'L205-246',
		headline: ['callbacks', 'reached_share', 'satisfied_share'],
		sections: [
			{
				id: 'callback',
				from: 'reports.callback',
				by: ['branch', 'person', 'class', 'channel', 'month', 'all'],
				figures: [
					count('callbacks'),
					{ id: 'per_person', format: 'mean', of: ['callbacks', 'people'] },
					count('reached'),
					share('reached_share', 'reached', 'callbacks'),
					count('rated'),
					share('satisfied_share', 'satisfied', 'rated'),
					count('remarked'),
					count('days_off', 'lower'),
					count('severe'),
					share('severe_share', 'reported_in_time', 'severe')
				],
				order: 'callbacks desc, value',
				behind: callbacks,
				chart: 'satisfied_share'
			},
			{
				id: 'callback_due',
				from: 'reports.callback_due',
				keys: [branch, ...text('class_text')],
				figures: [
					count('due'),
					count('done'),
					count('late', 'lower'),
					count('missed', 'lower'),
					count('pending'),
					share('due_share', 'done', 'due'),
					count('bands', 'lower')
				],
				order: 'branch, class'
			},
			{
				id: 'opinion',
				from: 'reports.opinion',
				keys: [{ id: 'theme', format: 'word' }],
				figures: [count('remarks'), count('unhappy', 'lower')],
				order: 'remarks desc, theme'
			},
			{
				id: 'callback_chain',
				from: 'reports.callback_chain',
				keys: [count('calls')],
				figures: [count('customers')],
				order: 'calls'
			},
			{
				id: 'check',
				from: 'reports.check',
				keys: [branch, ...text('subject_text')],
				figures: [
					count('checks'),
					count('failed', 'lower'),
					share('failed_share', 'failed', 'checks', 'lower'),
					count('severe', 'lower')
				],
				order: 'branch, subject'
			}
		]
	},
	{
		id: 'truth',
		clause: 'L151, L153, L163',
		headline: ['findings', 'callbacks'],
		sections: [
			{
				id: 'finding_sum',
				from: 'reports.finding_sum',
				by: ['kind', 'branch', 'person', 'all'],
				figures: [count('findings', 'lower'), count('callbacks', 'lower')],
				order: 'findings desc, value'
			},
			{
				id: 'finding',
				from: 'reports.finding',
				keys: [{ id: 'kind', format: 'word' }, ...text('month'), branch, person, ...text('key')],
				figures: [count('callbacks'), ...text('first_at', 'last_at')],
				order: 'kind, callbacks desc, branch, person',
				list: true,
				desk: 'callback',
				behind: {
					from: 'reports.finding_row',
					dataset: 'callbacks',
					columns: {
						callback: 'callback',
						person: 'person',
						customer: 'customer',
						called_at: 'called_at',
						result: 'result_text',
						satisfaction: 'satisfaction_text',
						note: 'note'
					},
					by: { kind: 'kind', month: 'month', branch: 'branch', person: 'person', key: 'key' },
					where: "slot = 'now'"
				}
			}
		]
	},
	{
		id: 'complaints',
		clause: 'L80, L111, L327',
		headline: ['complaints', 'closed_share'],
		sections: [
			{
				id: 'complaint',
				from: 'reports.complaint',
				by: ['party', 'branch', 'category', 'person', 'month', 'all'],
				figures: [
					count('complaints', 'lower'),
					share('named_share', 'named', 'complaints'),
					share('solved_share', 'solved', 'complaints'),
					share('asked_share', 'asked', 'complaints'),
					share('closed_share', 'satisfied', 'complaints'),
					count('loops'),
					hours('solved_middle'),
					hours('closed_middle')
				],
				order: 'complaints desc, value',
				chart: 'closed_share',
				behind: {
					from: 'rows.loop',
					dataset: 'tickets',
					columns: {
						ticket: 'ticket',
						branch: 'branch',
						person: 'person',
						party: 'party',
						category: 'category',
						received_at: at('received_at'),
						resolved_at: at('resolved_at')
					},
					by: { party: 'party', branch: 'branch', category: 'category', person: 'person', month: 'month' }
				}
			},
			{
				id: 'complaint_open',
				from: 'reports.complaint_open',
				keys: [...text('ticket'), branch, ...text('party', 'category'), person],
				figures: [
					...text('received_on'),
					{ id: 'age', format: 'days', better: 'lower' },
					{ id: 'stands', format: 'word' },
					count('asked')
				],
				order: 'age desc, ticket',
				list: true
			}
		]
	},
	{
		id: 'groups',
		clause: 'L274-292',
		headline: ['receipts', 'amount'],
		sections: [
			{
				id: 'group_sum',
				from: 'reports.group_sum',
				by: ['group', 'person', 'month', 'all'],
				figures: [count('receipts'), count('contracts'), yuan('amount', 'higher')],
				order: 'amount desc, value',
				chart: 'amount'
			},
			{
				id: 'group_month',
				from: 'reports.group_month',
				keys: text('month', 'group'),
				figures: [
					yuan('amount', 'higher'),
					count('receipts'),
					count('rank'),
					{ id: 'tied', format: 'mark' },
					{ id: 'last', format: 'mark' },
					count('streak', 'lower'),
					yuan('reward'),
					count('step', 'lower'),
					yuan('penalty')
				],
				order: 'month, rank, "group"',
				list: true
			}
		]
	},
	{
		id: 'logs',
		clause: 'L22-66, L172, L193-204, L297-321',
		headline: ['logs', 'planned_share', 'whole_share'],
		sections: [
			{
				id: 'log',
				from: 'reports.log',
				by: ['kind', 'branch', 'person', 'month', 'all'],
				figures: [
					count('logs'),
					count('done'),
					count('planned'),
					share('planned_share', 'on_time', 'planned'),
					count('faulty', 'lower'),
					share('whole_share', 'whole', 'judged'),
					{ id: 'quantity', format: 'thousandths' }
				],
				order: 'logs desc, value',
				chart: 'planned_share',
				behind: {
					from: 'rows.log',
					dataset: 'logs',
					columns: {
						log: 'log',
						kind: 'kind_text',
						branch: 'branch',
						person: 'person',
						due_at: at('due_at'),
						done_at: at('done_at'),
						complete: 'complete_text',
						quantity: 'quantity::double',
						note: 'note'
					},
					by: { kind: 'kind_text', branch: 'branch', person: 'person', month: 'month' }
				}
			}
		]
	}
];
