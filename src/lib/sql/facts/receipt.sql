-- one row a record of receipts, each key once; its month is that of date (L145)
select
	record.*,
	strftime(record.date, '%Y-%m') as month
from staging.receipt as record
anti join checks.repeat
	on repeat.dataset = 'receipts'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
