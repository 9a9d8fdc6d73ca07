import {
	beside,
	branch,
	count,
	days,
	hours,
	mark,
	perPerson,
	person,
	rare,
	record,
	share,
	text,
	word,
	type Behind,
	type Part,
	home
} from './part';

const tickets: Behind = {
	from: 'rows.timed',
	dataset: 'tickets',
	columns: [
		'ticket',
		'branch',
		'unit',
		'category',
		'party',
		'received_at',
		'resolved_at',
		'disputed',
		'status'
	],
	// a page of one stage shows its tickets alone, by whatever they are grouped
	by: { stage: 'stage' }
};

export const TICKETS: Part = {
	id: 'tickets',
	clause: 'L168-186, L297-321',
	headline: ['tickets', 'completion', 'open'],
	stages: 'select stage from rows.ticket where stage is not null group by all order by min(received_at)',
	sections: [
		{
			id: 'ticket',
			from: 'reports.ticket',
			by: ['kind', 'category', 'party', 'branch', 'person', 'stage', 'warranty', 'month', 'all'],
			words: { kind: 'ticket_kind' },
			figures: [
				count('tickets'),
				perPerson('tickets'),
				count('done'),
				count('open', 'lower'),
				share('completion', 'done', 'tickets'),
				share('in_time_share', 'in_time', 'due'),
				beside(share('in_time_plain_share', 'in_time_plain', 'due_plain'), 'in_time_share'),
				rare(count('held')),
				count('disputed', 'lower'),
				count('repeated', 'lower'),
				hours('reply_middle', 'reply_late'),
				hours('arrival_middle', 'arrival_late'),
				hours('done_middle', 'done_late'),
				beside(hours('done_plain_middle', 'done_plain_late'), 'done_middle'),
				hours('handled_middle', 'handled_late')
			],
			order: 'tickets desc, value',
			behind: tickets,
			rows: 'tickets',
			chart: 'completion',
			measured: 'ticket_completion'
		},
		{
			id: 'ticket_open_sum',
			standing: true,
			from: 'reports.ticket_open_sum',
			by: ['cause', 'party', 'category', 'branch', 'person', 'all'],
			figures: [
				count('tickets', 'lower'),
				rare(count('after_warranty', 'lower')),
				days('age_middle'),
				days('age_most'),
				days('stalled_most'),
				beside(days('stalled_plain_most'), 'stalled_most'),
				rare(count('held'))
			],
			order: 'tickets desc, value',
			rows: 'tickets',
			behind: {
				from: 'reports.ticket_open',
				dataset: 'tickets',
				columns: [
					'ticket',
					'branch',
					'unit',
					'category',
					'party',
					'person',
					'received_on',
					'age',
					'stalled',
					'cause'
				],
				of: 'slot'
			}
		},
		{
			id: 'ticket_open',
			standing: true,
			from: 'reports.ticket_open',
			keys: [...text('ticket'), branch, home, ...text('category', 'party'), person],
			figures: [
				...text('received_on'),
				days('age'),
				days('stalled'),
				beside(days('stalled_plain'), 'stalled'),
				rare(mark('held')),
				word('warranty'),
				...text('disputed_text', 'cause')
			],
			order: 'age desc, ticket',
			list: true,
			behind: record(tickets)
		},
		{
			id: 'ticket_repeat',
			from: 'reports.ticket_repeat',
			keys: [home, branch, ...text('category')],
			figures: [count('tickets', 'lower'), count('open', 'lower'), ...text('first_on', 'last_on')],
			order: 'tickets desc, branch, unit',
			list: true,
			rows: 'tickets',
			behind: {
				...tickets,
				from: 'reports.repeat_row',
				by: { unit: 'place', first_on: 'first_on' },
				of: 'slot'
			}
		},
		{
			id: 'hold',
			from: 'reports.hold',
			by: ['reason', 'category', 'branch', 'person', 'month', 'all'],
			words: { reason: 'hold_reason' },
			figures: [
				count('holds'),
				count('tickets'),
				share('stopping_share', 'stopping', 'holds'),
				count('unended', 'lower'),
				hours('held_middle', 'held_late')
			],
			order: 'holds desc, value',
			rows: 'holds',
			behind: {
				from: 'rows.held',
				dataset: 'holds',
				columns: ['ticket', 'branch', 'person', 'from', 'to', 'reason', 'stops']
			}
		},
		{
			id: 'aftercare',
			from: 'reports.aftercare',
			by: ['branch', 'kind', 'category', 'party', 'person', 'month', 'all'],
			words: { kind: 'ticket_kind' },
			figures: [
				count('tickets'),
				share('called_share', 'called', 'tickets'),
				share('satisfied_share', 'satisfied', 'rated'),
				share('checked_share', 'checked', 'tickets'),
				share('passed_check_share', 'passed', 'checked')
			],
			order: 'tickets desc, value',
			rows: 'tickets',
			behind: {
				...tickets,
				from: 'rows.aftercare',
				columns: [...tickets.columns!, 'called', 'satisfied', 'checked', 'passed']
			}
		}
	]
};
