-- one row a record of merits, each key once; its month is that of date (L145)
select
	record.*,
	strftime(record.date, '%Y-%m') as month
from staging.merit as record
anti join checks.repeat
	on repeat.dataset = 'merits'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
