import {
	amounts,
	beside,
	branch,
	count,
	days,
	hours,
	listed,
	perPerson,
	person,
	rare,
	record,
	share,
	text,
	thousandths,
	type Behind,
	type Part,
	home
} from './part';

const logs: Behind = {
	from: 'rows.log',
	dataset: 'logs',
	columns: [
		'log',
		'kind',
		'branch',
		'person',
		'started_at',
		'due_at',
		'done_at',
		'complete',
		'quantity',
		'unit',
		'note'
	],
	by: {
		kind: 'kind_name',
		place: 'unit',
		hour: "strftime(coalesce(started_at, done_at, due_at), '%H:00')"
	}
};

export const LOGS: Part = {
	id: 'logs',
	clause: 'L22-66, L172, L193-204, L297-321',
	kinds: 'select distinct kind_name as kind from rows.log order by kind_name',
	headline: ['logs', 'planned_share', 'whole_share'],
	sections: [
		{
			id: 'log',
			from: 'reports.log',
			by: ['kind', 'branch', 'person', 'place', 'hour', 'month', 'all'],
			words: { kind: 'log_kind' },
			masks: { place: 'home' },
			figures: [
				count('logs'),
				perPerson('logs'),
				count('done'),
				count('planned'),
				share('kept_share', 'kept', 'due'),
				share('planned_share', 'on_time', 'due'),
				beside(share('planned_plain_share', 'on_time_plain', 'due_plain'), 'planned_share'),
				count('faulty', 'lower'),
				share('whole_share', 'whole', 'judged'),
				rare(thousandths('quantity')),
				hours('taken_middle', 'taken_late')
			],
			order: 'logs desc, value',
			chart: 'planned_share',
			rows: 'logs',
			behind: logs
		},
		{
			id: 'log_open',
			standing: true,
			from: 'reports.log_open',
			keys: [...text('log'), listed('kind', 'log_kind'), branch, person, home],
			figures: [...text('falls_due'), days('age')],
			order: 'age desc, log',
			list: true,
			behind: record(logs)
		},
		{
			id: 'attendance',
			from: 'reports.attendance',
			by: ['branch', 'person', 'month', 'all'],
			figures: [
				count('people'),
				thousandths('due_days'),
				thousandths('attended_days'),
				thousandths('absent_days', 'lower'),
				amounts('attended_share', 'attended_days', 'due_days')
			],
			order: 'value',
			rows: 'records',
			behind: {
				from: 'facts.attendance',
				dataset: 'attendance',
				columns: ['month', 'branch', 'person', 'due_days', 'attended_days']
			}
		}
	]
};
