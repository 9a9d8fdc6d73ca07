-- one row a person of a branch's staff: the total, in millionths (L134)
select
	month, branch, person, 'people' as dataset,
	total as numerator, 1000000 as denominator,
	null::integer as source_file, null::integer as source_record, null::integer as source_line
from staging.appraisal
