-- one row a record of ratings, each key once, but for raters who are left out
select
	record.*
from staging.rating as record
anti join checks.repeat
	on repeat.dataset = 'ratings'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
anti join staging.left_rater
	on left_rater.role = record.role
	and left_rater.rater = record.rater
