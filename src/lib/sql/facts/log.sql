-- one row a record of logs, each key once
select
	record.*
from staging.log as record
anti join checks.repeat
	on repeat.dataset = 'logs'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
