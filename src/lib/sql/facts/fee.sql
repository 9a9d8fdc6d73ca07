-- one row a record of fees, each key once
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch
from staging.fee as record
left join facts.heir
	on heir.branch = record.branch and record.period >= heir.from_month and record.period < heir.until_month
anti join checks.repeat
	on repeat.dataset = 'fees'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
