import type { TOUR as Keys } from '../zh/tour';

export const TOUR: Record<keyof typeof Keys, string> = {
	'tour.title': 'Guided tour',
	'tour.at': 'step {n} of {all}',
	'tour.next': 'Next',
	'tour.back': 'Back',
	'tour.skip': 'Skip the tour',
	'tour.done': 'Done',
	'tour.files.title': 'How files are read',
	'tour.files.text':
		'The sample holds a quarter of ten branches. What was accepted, rejected and found twice in each file adds up here; open one to see what its columns mean, and rejects with line, column, value and reason.',
	'tour.month.title': 'The table of a month',
	'tour.month.text':
		'A row a branch, a column a line. The strip is cut by weight, hatched where points were lost. Click any number to go deeper.',
	'tour.card.title': 'The card of a branch',
	'tour.card.text':
		'How the total came about, a sentence a line; below, what the next tier takes and would make of the rank, and why the total moved.',
	'tour.line.title': 'A number opens to its rows',
	'tour.line.text':
		'This is a person’s card. Click any line: the drawer lists every record that it counts, with file and line, above them the last twelve months against the tiers. What is wrong can be appealed and corrected.',
	'tour.ranking.title': 'Ranking',
	'tour.ranking.text':
		'Ties share a rank, arrows tell the move since last month. Rules can leave newcomers, new and merged branches unranked, and say why.',
	'tour.awards.title': 'Awards',
	'tour.awards.text':
		'The quarter’s first three by their three months, ready to be signed on paper; a prize is split among people equally, by days or by score, to the cent.',
	'tour.reports.title': 'The other parts of the handbook',
	'tour.reports.text':
		'Tickets, fees, callbacks, complaints, logs: each table can be sorted, grouped another way and set beside another month, and opens to its rows.',
	'tour.desk.title': 'Spot-check desk',
	'tour.desk.text':
		'Drawn by a seed and by risk: findings, complaints, low ratings, new people, long silences, the rest by chance. It tells who was never checked, and how far two judges agree.',
	'tour.close.title': 'Month end',
	'tour.close.text':
		'From calculated to published, appeals, signed and sealed, a person a step, with a list of what is missing. Look at Raters before you publish: who is strict, lenient, or gives all the same.',
	'tour.policy.title': 'Rules',
	'tour.policy.text':
		'Every reading and weight is data; write a version, and see at once whose score, rank and prize it moves. Now try it with your own files.',
	'tour.more': 'Go on with {month} of the sample',
	'tour.moreHint': 'A quarter that has only begun, a strict rater, and targets for the call-centre manager'
};
