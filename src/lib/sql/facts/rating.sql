-- one row a record of ratings, each key once, but for raters who are left out
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch
from staging.rating as record
left join facts.heir
	on heir.branch = record.branch and record.month >= heir.from_month and record.month < heir.until_month
anti join checks.repeat
	on repeat.dataset = 'ratings'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
anti join staging.left_rater
	on left_rater.role = record.role
	and left_rater.rater = record.rater
