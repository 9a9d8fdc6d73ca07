import {
	beside,
	branch,
	count,
	hours,
	listed,
	perPerson,
	share,
	text,
	word,
	type Behind,
	type Part
} from './part';

export const callbacks: Behind = {
	from: 'rows.contact',
	dataset: 'callbacks',
	columns: [
		'callback',
		'branch',
		'person',
		'customer',
		'called_at',
		'channel',
		'result',
		'satisfaction',
		'note'
	],
	by: { channel: 'coalesce(channel, channel_text)' }
};

export const CALLBACKS: Part = {
	id: 'callbacks',
	clause: 'L205-246',
	headline: ['callbacks', 'customers', 'reached_share', 'satisfied_share'],
	sections: [
		{
			id: 'callback',
			from: 'reports.callback',
			by: ['branch', 'person', 'class', 'channel', 'month', 'all'],
			words: { class: 'callback_class', channel: 'channel' },
			figures: [
				count('callbacks'),
				share('portion', 'callbacks', 'every_one'),
				perPerson('callbacks'),
				count('reached'),
				count('customers'),
				share('reached_share', 'reached', 'callbacks'),
				count('rated'),
				share('satisfied_share', 'satisfied', 'rated'),
				share('remarked_share', 'remarked', 'callbacks'),
				count('days_off', 'lower'),
				count('severe'),
				share('severe_share', 'reported_in_time', 'severe_due'),
				beside(share('severe_plain_share', 'reported_in_time_plain', 'severe_due_plain'), 'severe_share'),
				hours('severe_middle', 'severe_late')
			],
			order: 'callbacks desc, value',
			behind: callbacks,
			rows: 'callbacks',
			chart: 'satisfied_share',
			measured: 'satisfaction'
		},
		{
			id: 'uncredited',
			from: 'reports.uncredited',
			keys: [word('dataset'), ...text('source'), branch, word('lacks')],
			figures: [
				count('answers', 'lower'),
				share('satisfied_share', 'satisfied', 'rated'),
				share('counted_share', 'counted_satisfied', 'counted_rated'),
				share('with_share', 'with_satisfied', 'with_rated')
			],
			order: 'answers desc, source, branch, lacks',
			rows: 'answers',
			behind: {
				from: 'reports.uncredited_row',
				dataset: 'callbacks',
				columns: ['branch', 'mark'],
				by: { branch: "coalesce(branch, '')" },
				of: 'slot'
			}
		},
		{
			id: 'callback_due',
			from: 'reports.callback_due',
			keys: [branch, listed('class', 'callback_class')],
			figures: [
				count('due'),
				count('done'),
				count('late', 'lower'),
				count('missed', 'lower'),
				count('pending'),
				share('due_share', 'done', 'due'),
				count('bands', 'lower')
			],
			order: 'branch, class',
			behind: {
				from: 'rows.due',
				dataset: 'customers',
				columns: ['customer', 'branch', 'person', 'class', 'trigger_on', 'falls_due', 'called_at', 'outcome']
			}
		},
		{
			id: 'opinion',
			from: 'reports.opinion',
			keys: [word('theme')],
			figures: [count('remarks'), count('unhappy', 'lower')],
			order: 'remarks desc, theme',
			rows: 'remarks',
			behind: {
				from: 'reports.opinion_row',
				dataset: 'callbacks',
				columns: ['callback', 'branch', 'person', 'customer', 'called_at', 'satisfaction', 'note'],
				of: 'slot'
			}
		},
		{
			id: 'callback_chain',
			from: 'reports.callback_chain',
			keys: text('calls'),
			figures: [count('customers')],
			order: 'calls',
			rows: 'customers',
			behind: {
				from: 'reports.chain',
				dataset: 'callbacks',
				columns: ['customer', 'branch', 'calls', 'last_at'],
				own: { calls: 'times', last_at: "strftime(called_at, '%Y-%m-%d %H:%M:%S')" },
				of: 'slot'
			}
		},
		{
			id: 'check',
			from: 'reports.check',
			by: ['subject', 'branch', 'person', 'channel', 'month', 'all'],
			words: { subject: 'check_subject' },
			figures: [
				count('checks'),
				count('failed', 'lower'),
				share('failed_share', 'failed', 'checks', 'lower'),
				count('severe', 'lower')
			],
			order: 'checks desc, value',
			rows: 'checks',
			behind: {
				from: 'facts.spot_check',
				dataset: 'spot_checks',
				columns: [
					'check',
					'branch',
					'person',
					'checked_at',
					'subject',
					'ref',
					'passed',
					'severe',
					'channel',
					'note'
				]
			}
		},
		{
			id: 'call',
			from: 'reports.call',
			by: ['branch', 'person', 'subject', 'hour', 'month', 'all'],
			figures: [
				count('calls'),
				perPerson('calls'),
				share('connected_share', 'connected', 'calls'),
				share('settled_share', 'settled', 'connected'),
				count('called_back', 'lower'),
				hours('talk_middle', 'talk_late')
			],
			order: 'calls desc, value',
			rows: 'calls',
			behind: {
				from: 'facts.call',
				dataset: 'calls',
				columns: [
					'call',
					'branch',
					'person',
					'started_at',
					'subject',
					'seconds',
					'connected',
					'resolved_first',
					'called_back'
				],
				by: { hour: "strftime(started_at, '%H:00')" }
			}
		}
	]
};
