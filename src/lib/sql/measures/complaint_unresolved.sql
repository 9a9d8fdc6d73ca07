-- one row a month and unit: complaints unresolved at the cut-off over complaints that count (L153)
select
	'complaint_unresolved' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (not resolved) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.complaint, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
