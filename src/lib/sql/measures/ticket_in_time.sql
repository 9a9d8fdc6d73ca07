-- one row a month and unit: tickets resolved by their due time, of those resolved or due by the cut-off
select
	'ticket_in_time' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (in_time) as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.ticket, (values ('branch'), ('person')) as kind (unit_kind)
where timed and if(unit_kind = 'branch', branch, person) is not null
group by all
