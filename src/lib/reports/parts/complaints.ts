import {
	beside,
	branch,
	count,
	days,
	hours,
	person,
	record,
	share,
	text,
	word,
	type Behind,
	type Part
} from './part';
import { callbacks } from './callbacks';

const loops: Behind = {
	from: 'rows.loop',
	dataset: 'tickets',
	columns: [
		'ticket',
		'branch',
		'person',
		'party',
		'category',
		'received_at',
		'resolved_at',
		'loops',
		'last_at'
	],
	own: { loops: 'asked', last_at: "strftime(last_asked_at, '%Y-%m-%d %H:%M:%S')" }
};

export const COMPLAINTS: Part = {
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
				hours('solved_middle', 'solved_late'),
				beside(hours('solved_plain_middle', 'solved_plain_late'), 'solved_middle'),
				hours('closed_middle', 'closed_late')
			],
			order: 'complaints desc, value',
			chart: 'closed_share',
			measured: 'complaint_closed',
			behind: loops,
			rows: 'complaints'
		},
		{
			id: 'complaint_open',
			standing: true,
			from: 'reports.complaint_open',
			keys: [...text('ticket'), branch, ...text('party', 'category'), person],
			figures: [...text('received_on'), days('age'), word('stands'), count('asked')],
			order: 'age desc, ticket',
			list: true,
			behind: record(loops)
		},
		{
			id: 'opinion_pass',
			from: 'reports.opinion_pass',
			by: ['party', 'branch', 'category', 'month', 'all'],
			figures: [
				count('opinions'),
				share('named_share', 'named', 'opinions'),
				share('answered_share', 'answered', 'opinions'),
				share('in_time_share', 'in_time', 'due'),
				beside(share('in_time_plain_share', 'in_time_plain', 'due_plain'), 'in_time_share')
			],
			order: 'opinions desc, value',
			rows: 'opinions',
			behind: {
				from: 'rows.opinion',
				dataset: 'tickets',
				columns: ['ticket', 'branch', 'person', 'party', 'received_at', 'replied_at', 'resolved_at'],
				where: "kind = 'suggestion'"
			}
		},
		{
			id: 'unhappy',
			from: 'reports.unhappy',
			by: ['branch', 'person', 'month', 'all'],
			figures: [
				count('unhappy', 'lower'),
				count('passed_on'),
				share('passed_share', 'passed_on', 'unhappy'),
				share('solved_share', 'solved', 'unhappy')
			],
			order: 'unhappy desc, value',
			rows: 'unhappy',
			behind: {
				...callbacks,
				columns: [...callbacks.columns!, 'ticket'],
				where: 'rated and not satisfied'
			}
		}
	]
};
