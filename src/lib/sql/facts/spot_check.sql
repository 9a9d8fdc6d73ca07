-- one row a record of spot_checks, each key once; its month is that of checked_at (L145)
select
	record.*,
	strftime(record.checked_at, '%Y-%m') as month
from staging.spot_check as record
anti join checks.repeat
	on repeat.dataset = 'spot_checks'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
