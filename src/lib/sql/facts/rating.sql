-- one row a record of ratings, each key once
select
	record.*
from staging.rating as record
anti join checks.repeat
	on repeat.dataset = 'ratings'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
