-- one row a month and unit: failed spot checks of service_skill over its checks (L153)
select
	'service_skill' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (passed = 'no') as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.spot_check, (values ('branch'), ('person')) as kind (unit_kind)
where subject = 'service_skill' and if(unit_kind = 'branch', branch, person) is not null
group by all
