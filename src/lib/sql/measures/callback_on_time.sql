-- one row a month and unit: customers called back by the due day, or at all where there is no deadline (L222-224)
select
	'callback_on_time' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (outcome = 'done') as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.due, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
