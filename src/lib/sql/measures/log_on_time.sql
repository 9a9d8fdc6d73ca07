-- one row a month and unit: logged work done by its due time, of what was planned (parts 1, 4, 8)
select
	'log_on_time' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (on_time) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.log, (values ('branch'), ('person')) as kind (unit_kind)
where planned and if(unit_kind = 'branch', branch, person) is not null
group by all
