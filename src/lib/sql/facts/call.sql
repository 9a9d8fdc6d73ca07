-- one row a record of calls, each key once; its month is that of started_at (L145)
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(record.started_at, '%Y-%m') as month
from staging.call as record
left join facts.heir
	on heir.branch = record.branch and record.started_at >= heir.from_day and record.started_at < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'calls'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
