-- one row a month and branch: the mean of its staff's totals, as millionths over people (L134)
select
	'staff_appraisal' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(total)::bigint as numerator,
	count(*) * 1000000 as denominator,
	1::bigint as scale,
	1000000::bigint as per
from staging.appraisal
group by all
