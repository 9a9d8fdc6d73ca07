import { count, mark, text, yuan, type Behind, type Part } from './part';

const receipts: Behind = {
	from: 'rows.receipt',
	dataset: 'receipts',
	columns: ['receipt', 'date', 'group', 'person', 'contract', 'amount']
};

export const GROUPS: Part = {
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
			chart: 'amount',
			behind: receipts,
			rows: 'receipts'
		},
		{
			id: 'group_month',
			unset: (rows) =>
				rows.some((r) => Number(r['step']) > 0 || Number(r['rank']) === 1) &&
				rows.every((r) => r['penalty'] === null && r['reward'] === null),
			from: 'reports.group_month',
			keys: text('group', 'month'),
			figures: [
				yuan('amount', 'higher'),
				count('receipts'),
				count('rank'),
				mark('tied'),
				mark('last'),
				count('streak', 'lower'),
				yuan('reward'),
				count('step', 'lower'),
				yuan('penalty')
			],
			order: 'month, rank, "group"',
			whole: true,
			list: true,
			behind: receipts,
			rows: 'receipts'
		}
	]
};
