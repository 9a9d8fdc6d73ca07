-- one row a month and unit: complaints with a named person, of those received (L327)
select
	'complaint_named' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (person is not null) as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.complaint, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
