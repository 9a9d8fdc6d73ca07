-- one row a record of meters, each key once
select
	record.*
from staging.meter as record
anti join checks.repeat
	on repeat.dataset = 'meters'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
