-- one row a record of people, each key once
select
	record.*
from staging.person as record
anti join checks.repeat
	on repeat.dataset = 'people'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
