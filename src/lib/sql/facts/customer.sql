-- one row a record of customers, each key once
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch
from staging.customer as record
left join facts.heir
	on heir.branch = record.branch and record.trigger_on >= heir.from_day and record.trigger_on < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'customers'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
