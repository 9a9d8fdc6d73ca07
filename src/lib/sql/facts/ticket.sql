-- one row a record of tickets, each key once; its month is that of received_at (L145)
select
	record.*,
	strftime(record.received_at, '%Y-%m') as month
from staging.ticket as record
anti join checks.repeat
	on repeat.dataset = 'tickets'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
