-- one row a record of reports, each key once; its month is that of due_at (L145)
select
	record.*,
	strftime(record.due_at, '%Y-%m') as month
from staging.report as record
anti join checks.repeat
	on repeat.dataset = 'reports'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
