-- one row a record of attendance, each key once
select
	record.*
from staging.attendance as record
anti join checks.repeat
	on repeat.dataset = 'attendance'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
