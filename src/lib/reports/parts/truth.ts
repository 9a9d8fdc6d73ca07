import { branch, count, person, text, word, type Behind, type Part, type Figure } from './part';

const findings: Behind = {
	from: 'reports.finding_row',
	dataset: 'callbacks',
	columns: ['callback', 'person', 'customer', 'called_at', 'result', 'satisfaction', 'note'],
	own: { called_at: 'called_at' },
	of: 'slot'
};

/** What a finding is of: of repeated numbers the number. */
const number: Figure = {
	...{ id: 'key', format: 'text', mask: 'caller' },
	masks: (row) => row['kind'] === 'same_number'
};

export const TRUTH: Part = {
	id: 'truth',
	clause: 'L151, L153, L163',
	headline: ['findings', 'callbacks'],
	sections: [
		{
			id: 'finding_sum',
			from: 'reports.finding_sum',
			by: ['kind', 'branch', 'person', 'all'],
			figures: [count('checked'), count('findings', 'lower'), count('callbacks', 'lower')],
			order: 'findings desc, value',
			behind: findings
		},
		{
			id: 'finding',
			from: 'reports.finding',
			keys: [word('kind'), ...text('month'), branch, person, number],
			figures: [count('callbacks'), ...text('first_at', 'last_at')],
			order: 'kind, callbacks desc, branch, person',
			list: true,
			desk: 'callback',
			rows: 'callbacks',
			behind: findings
		}
	]
};
