-- one row a record of callbacks, each key once; its month is that of called_at (L145)
select
	record.*,
	strftime(record.called_at, '%Y-%m') as month
from staging.callback as record
anti join checks.repeat
	on repeat.dataset = 'callbacks'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
