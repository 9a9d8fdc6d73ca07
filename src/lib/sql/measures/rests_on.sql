-- one row a measure and data set that it can't be told without (readings.md 0)
from (values
	('service_skill', 'spot_checks'),
	('callback_truth', 'spot_checks'),
	('report_truth', 'spot_checks'),
	('report_truth', 'reports'),
	('records_complete', 'spot_checks'),
	('etiquette', 'spot_checks'),
	('complaint_unresolved', 'tickets'),
	('complaint_resolved', 'tickets'),
	('complaint_closed', 'tickets'),
	('complaint_named', 'tickets'),
	('ticket_in_time', 'tickets'),
	('ticket_completion', 'tickets'),
	('callback_completion', 'callbacks'),
	('callback_completion', 'attendance'),
	('satisfaction', 'callbacks'),
	('callback_on_time', 'callbacks'),
	('callback_bands', 'callbacks'),
	('severe_reported', 'callbacks'),
	('audit', 'audits')
) as rests_on (measure, dataset)
