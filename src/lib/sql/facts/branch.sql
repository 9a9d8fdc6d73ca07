-- one row a record of branches, each key once
select
	record.*
from staging.branch as record
anti join checks.repeat
	on repeat.dataset = 'branches'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
