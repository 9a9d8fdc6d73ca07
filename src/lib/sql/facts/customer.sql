-- one row a record of customers, each key once
select
	record.*
from staging.customer as record
anti join checks.repeat
	on repeat.dataset = 'customers'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
