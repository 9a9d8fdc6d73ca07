-- one row a month and unit: opinions answered within the standard time over those that needed an answer (L134)
select
	'feedback_in_time' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (in_time) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.opinion, (values ('branch'), ('person')) as kind (unit_kind)
where counts and if(unit_kind = 'branch', branch, person) is not null
group by all
