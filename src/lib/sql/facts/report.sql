-- one row a record of reports, each key once; its month is that of due_at (L145)
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(record.due_at, '%Y-%m') as month
from staging.report as record
left join facts.heir
	on heir.branch = record.branch and record.due_at >= heir.from_day and record.due_at < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'reports'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
