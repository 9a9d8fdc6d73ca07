-- one row a record of plans, each key once
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch
from staging.plan as record
left join facts.heir
	on heir.branch = record.branch and record.month >= heir.from_month and record.month < heir.until_month
anti join checks.repeat
	on repeat.dataset = 'plans'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
