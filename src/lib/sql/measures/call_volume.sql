-- one row a month and unit: calls, connected or not (L134)
select
	'call_volume' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.call, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
