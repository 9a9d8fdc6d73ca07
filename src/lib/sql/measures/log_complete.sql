-- one row a month and unit: complete records, of those judged (L77)
select
	'log_complete' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (whole) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.log, (values ('branch'), ('person')) as kind (unit_kind)
where month is not null and (whole or faulty) and if(unit_kind = 'branch', branch, person) is not null
group by all
