-- one row a record of tickets, each key once; its month is that of received_at (L145)
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(record.received_at, '%Y-%m') as month
from staging.ticket as record
left join facts.heir
	on heir.branch = record.branch and record.received_at >= heir.from_day and record.received_at < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'tickets'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
