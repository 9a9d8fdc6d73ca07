-- one row a record of calls, each key once; its month is that of started_at (L145)
select
	record.*,
	strftime(record.started_at, '%Y-%m') as month
from staging.call as record
anti join checks.repeat
	on repeat.dataset = 'calls'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
