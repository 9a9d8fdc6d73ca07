import { beside, branch, count, listed, share, text, thousandths, word, type Part } from './part';

export const SUBMISSIONS: Part = {
	id: 'submissions',
	clause: 'L147-149, L163',
	headline: ['reports', 'on_time_share'],
	sections: [
		{
			id: 'submission',
			from: 'reports.submission',
			by: ['branch', 'name', 'month', 'all'],
			figures: [
				count('reports'),
				count('on_time'),
				count('late', 'lower'),
				count('missing', 'lower'),
				count('pending'),
				share('on_time_share', 'on_time', 'due'),
				beside(share('on_time_plain_share', 'on_time_plain', 'due_plain'), 'on_time_share'),
				count('untrue', 'lower'),
				thousandths('quality', 'higher')
			],
			order: 'reports desc, value',
			chart: 'on_time_share',
			measured: 'report_on_time',
			rows: 'reports',
			behind: {
				from: 'rows.report',
				dataset: 'reports',
				columns: ['report', 'branch', 'name', 'due_at', 'submitted_at', 'truthful', 'quality']
			}
		},
		{
			id: 'reconcile',
			from: 'reports.reconcile',
			keys: [listed('figure', 'figure'), ...text('month'), branch],
			figures: [thousandths('reported'), thousandths('counted'), thousandths('difference'), word('cause')],
			order: 'month, branch, figure',
			list: true,
			behind: {
				from: 'facts.figure',
				dataset: 'figures',
				columns: ['month', 'branch', 'figure', 'value', 'note']
			}
		}
	]
};
