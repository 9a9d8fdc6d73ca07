-- one row a record of audits, each key once; its month is that of date (L145)
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(record.date, '%Y-%m') as month
from staging.audit as record
left join facts.heir
	on heir.branch = record.branch and record.date >= heir.from_day and record.date < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'audits'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
