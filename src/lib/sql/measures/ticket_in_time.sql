-- one row a month and unit: tickets with a due time that were resolved by it
select
	'ticket_in_time' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (resolved_at <= due_at) as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.ticket, (values ('branch'), ('person')) as kind (unit_kind)
where due_at is not null and status is distinct from 'excluded' and if(unit_kind = 'branch', branch, person) is not null
group by all
