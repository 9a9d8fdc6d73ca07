-- one row a record of callbacks, each key once; its month is that of called_at (L145)
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(record.called_at, '%Y-%m') as month
from staging.callback as record
left join facts.heir
	on heir.branch = record.branch and record.called_at >= heir.from_day and record.called_at < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'callbacks'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
