-- one row a month and unit: severe cases reported within the time allowed, of those found (L243)
select
	'severe_reported' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (reported_in_time) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.talk, (values ('branch'), ('person')) as kind (unit_kind)
where is_severe and if(unit_kind = 'branch', branch, person) is not null
group by all
