-- one row a record of figures, each key once
select
	record.*
from staging.figure as record
anti join checks.repeat
	on repeat.dataset = 'figures'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
