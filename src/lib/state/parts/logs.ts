import { amounts, at, count, hours, share, thousandths, type Part } from './part';

export const LOGS: Part = {
	id: 'logs',
	clause: 'L22-66, L172, L193-204, L297-321',
	headline: ['logs', 'planned_share', 'whole_share'],
	sections: [
		{
			id: 'log',
			from: 'reports.log',
			by: ['kind', 'branch', 'person', 'month', 'all'],
			words: { kind: 'log_kind' },
			figures: [
				count('logs'),
				count('done'),
				count('planned'),
				share('planned_share', 'on_time', 'due'),
				count('faulty', 'lower'),
				share('whole_share', 'whole', 'judged'),
				thousandths('quantity'),
				hours('taken_middle', 'taken_late')
			],
			order: 'logs desc, value',
			chart: 'planned_share',
			rows: 'logs',
			behind: {
				from: 'rows.log',
				dataset: 'logs',
				columns: {
					log: 'log',
					kind: 'kind_text',
					branch: 'branch',
					person: 'person',
					started_at: at('started_at'),
					due_at: at('due_at'),
					done_at: at('done_at'),
					complete: 'complete_text',
					quantity: 'quantity::double',
					note: 'note'
				},
				by: { kind: 'coalesce(kind, kind_text)', branch: 'branch', person: 'person', month: 'month' }
			}
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
				columns: {
					month: 'month',
					branch: 'branch',
					person: 'person',
					due_days: 'due_days::double',
					attended_days: 'attended_days::double'
				},
				by: { branch: 'branch', person: 'person', month: 'month' }
			}
		}
	]
};
