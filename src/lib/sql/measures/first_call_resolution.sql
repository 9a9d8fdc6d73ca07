-- one row a month and unit: calls that settled the matter over connected calls (L134)
select
	'first_call_resolution' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (settled) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.call, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
