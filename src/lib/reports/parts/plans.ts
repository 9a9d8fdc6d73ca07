import {
	about,
	amounts,
	branch,
	count,
	mark,
	record,
	share,
	text,
	thousandths,
	word,
	type Behind,
	type Part
} from './part';

const plans: Behind = {
	from: 'rows.plan',
	dataset: 'plans',
	columns: ['month', 'branch', 'item', 'kind', 'planned', 'actual', 'due_on', 'done_on', 'owner'],
	by: { kind: 'coalesce(kind, kind_text)' }
};

export const PLANS: Part = {
	id: 'plans',
	clause: 'L90-93, L134, L248-260',
	headline: ['items', 'plan_done', 'overdue'],
	sections: [
		{
			id: 'plan_sum',
			from: 'reports.plan_sum',
			by: ['kind', 'branch', 'month', 'all'],
			words: { kind: 'plan_kind' },
			figures: [
				count('items'),
				count('plan_done', 'higher'),
				count('partly'),
				share('done_share', 'plan_done', 'items'),
				count('overspent', 'lower'),
				count('late', 'lower'),
				count('overdue', 'lower')
			],
			order: 'items desc, value',
			behind: plans,
			rows: 'items'
		},
		{
			id: 'plan',
			from: 'reports.plan',
			keys: [...text('item', 'month'), branch, ...text('kind_text')],
			figures: [
				thousandths('planned'),
				thousandths('actual'),
				...text('measure_unit'),
				amounts('plan_share', 'actual', 'planned'),
				about('implied'),
				...text('due_on', 'done_on'),
				mark('overspent'),
				word('milestone'),
				...text('owner')
			],
			order: 'month, branch, kind_text, item',
			list: true,
			behind: record(plans)
		}
	]
};
