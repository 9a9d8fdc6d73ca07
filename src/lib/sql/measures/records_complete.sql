-- one row a month and unit: records found complete by spot checks, of those checked (L163)
select
	'records_complete' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (passed = 'yes') as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.spot_check, (values ('branch'), ('person')) as kind (unit_kind)
where subject = 'records' and if(unit_kind = 'branch', branch, person) is not null
group by all
