-- one row a month and unit: tickets completed of those received (L169)
select
	'ticket_completion' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (done) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.ticket, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
