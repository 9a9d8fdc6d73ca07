-- one row a month and unit: the mean of the score sheets of the departments it works with, as thousandths over sheets (L134)
select
	'cooperation' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	sum((score * 1000)::bigint)::bigint as numerator,
	count(*) * 1000 as denominator,
	1::bigint as scale,
	1000::bigint as per
from facts.rating, (values ('branch'), ('person')) as kind (unit_kind)
where role = 'group' and if(unit_kind = 'branch', branch, person) is not null
group by all
