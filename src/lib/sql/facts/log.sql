-- one row a record of logs, each key once; its month is that of due_at, else of done_at, else of started_at
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(coalesce(record.due_at, record.done_at, record.started_at), '%Y-%m') as month
from staging.log as record
left join facts.heir
	on heir.branch = record.branch and coalesce(record.due_at, record.done_at, record.started_at) >= heir.from_day and coalesce(record.due_at, record.done_at, record.started_at) < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'logs'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
