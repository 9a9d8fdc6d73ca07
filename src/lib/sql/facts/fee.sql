-- one row a record of fees, each key once
select
	record.*
from staging.fee as record
anti join checks.repeat
	on repeat.dataset = 'fees'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
