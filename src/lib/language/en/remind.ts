export const REMIND = {
	'remind.item': '{month}: {task}',
	'remind.day': '{on} ({weekday})',
	'remind.today': 'today',
	'remind.left': '{days} days left',
	'remind.over': '{days} days late',
	'remind.since': 'for {days} days',
	'remind.on': 'Date',
	'remind.task': 'Task',
	'remind.state': 'Time',
	'remind.head': 'Appraisal: {count} things due ({on})',
	'remind.from': 'From the appraisal workbench',
	'remind.title': 'Due',
	'remind.late': '{count} late',
	'remind.chat': 'Copy for a chat',
	'remind.mail': 'Copy for mail',
	'remind.ics': 'Save as a calendar (.ics)',
	'remind.copied': 'Copied'
};
