import {
	amounts,
	branch,
	count,
	mark,
	rare,
	share,
	text,
	word,
	yuan,
	type Behind,
	type Part,
	home
} from './part';

const bills: Behind = {
	from: 'rows.fee',
	dataset: 'fees',
	columns: [
		'bill',
		'branch',
		'unit',
		'owner',
		'item',
		'period',
		'due_amount',
		'waived_amount',
		'paid_amount',
		'paid_at',
		'reason'
	]
};
const open: Behind = { ...bills, from: 'reports.fee_open', of: 'slot' };

export const FEES: Part = {
	id: 'fees',
	clause: 'L86, L113, L188-190, L277, L319',
	headline: ['owed', 'paid', 'rate_amount', 'rate_eligible'],
	sections: [
		{
			id: 'fee',
			from: 'reports.fee',
			by: ['branch', 'item', 'building', 'owner', 'month', 'all'],
			masks: { owner: 'customer' },
			figures: [
				count('bills'),
				yuan('due'),
				rare(yuan('waived')),
				yuan('paid', 'higher'),
				yuan('outstanding', 'lower'),
				yuan('per_home', 'higher'),
				amounts('rate_amount', 'paid', 'owed'),
				count('homes'),
				count('homes_paid', 'higher'),
				count('homes_owing', 'lower'),
				share('rate_all', 'homes_paid', 'homes'),
				count('homes_eligible'),
				share('rate_eligible', 'eligible_paid', 'homes_eligible'),
				rare(count('partly')),
				rare(count('early'))
			],
			order: 'outstanding desc, value, within',
			chart: 'rate_amount',
			measured: 'fee_collection',
			behind: bills,
			rows: 'bills'
		},
		{
			id: 'fee_reason',
			from: 'reports.fee',
			by: ['reason'],
			words: { reason: 'arrears_reason' },
			figures: [count('bills'), count('homes'), yuan('outstanding', 'lower')],
			order: 'outstanding desc, value',
			behind: {
				...bills,
				by: { reason: 'coalesce(reason, reason_text)' },
				where: 'not settled'
			},
			rows: 'bills'
		},
		{
			id: 'fee_age',
			standing: true,
			from: 'reports.fee_age',
			keys: [...text('item'), word('age')],
			figures: [count('bills'), count('homes'), yuan('outstanding', 'lower')],
			order: 'item, position',
			behind: open,
			rows: 'bills'
		},
		{
			id: 'fee_home',
			standing: true,
			from: 'reports.fee_home',
			keys: [home, branch],
			figures: [
				count('bills', 'lower'),
				yuan('outstanding', 'lower'),
				...text('due_on', 'reason'),
				mark('exempt')
			],
			order: 'outstanding desc, branch, unit',
			list: true,
			behind: open,
			rows: 'bills'
		},
		{
			id: 'fee_day',
			from: 'reports.fee_day',
			keys: text('day'),
			figures: [count('bills'), yuan('paid')],
			order: 'day',
			list: true,
			behind: {
				...bills,
				by: { day: "strftime(paid_at, '%Y-%m-%d')" },
				where: 'paid <> 0',
				of: 'keys'
			},
			rows: 'bills'
		},
		{
			id: 'fee_reminder',
			from: 'reports.fee_reminder',
			keys: [branch],
			figures: [
				count('reminders'),
				count('homes'),
				share('answered', 'homes_paid', 'homes_billed'),
				yuan('paid_after'),
				yuan('outstanding', 'lower')
			],
			order: 'branch',
			list: true,
			rows: 'reminders',
			behind: {
				from: 'rows.log',
				dataset: 'logs',
				columns: ['log', 'branch', 'person', 'done_at', 'unit', 'note'],
				where: "kind = 'reminder' and unit is not null and done"
			}
		},
		{
			id: 'meter',
			from: 'reports.meter',
			by: ['item', 'branch', 'month', 'all'],
			figures: [yuan('metered'), yuan('collected'), yuan('difference')],
			order: 'difference desc, value',
			behind: {
				from: 'facts.meter',
				dataset: 'meters',
				columns: ['month', 'branch', 'item', 'metered_amount']
			}
		}
	]
};
