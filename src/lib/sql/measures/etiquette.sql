-- one row a month and unit: failed spot checks of callback etiquette over its checks (L238, L245)
select
	'etiquette' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (passed = 'no') as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.spot_check, (values ('branch'), ('person')) as kind (unit_kind)
where subject = 'etiquette' and if(unit_kind = 'branch', branch, person) is not null
group by all
