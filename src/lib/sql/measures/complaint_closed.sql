-- one row a month and unit: complaints whose loop ended with a satisfied customer, of those received (L327)
select
	'complaint_closed' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (satisfied) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.loop, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
