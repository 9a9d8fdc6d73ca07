-- one row a record of plans, each key once
select
	record.*
from staging.plan as record
anti join checks.repeat
	on repeat.dataset = 'plans'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
