-- one row a slot, dimension and value of it: unsatisfied answers of callbacks in the months shown, those handed on as a ticket received after the call or still open then, and those whose ticket was solved since (L146, L327)
with sums as (
	select
		contact.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'branch' then contact.branch
			when 'person' then contact.person
			when 'month' then contact.month
		end as value,
		coalesce(ticket.received_at >= contact.called_at or ticket.resolved_at > contact.called_at or not ticket.done, false) as passed_on,
		coalesce(ticket.resolved_at >= contact.called_at, false) as solved_after
	from staging.shown
	join rows.contact using (month)
	left join rows.ticket on ticket.ticket = contact.ticket
	cross join (values ('all'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where contact.rated and not contact.satisfied and macro.shows(shown.only_branch, contact.branch)
)
select
	slot, dimension, value,
	count(*) as unhappy,
	count(*) filter (passed_on) as passed_on,
	count(*) filter (passed_on and solved_after) as solved
from sums
group by all
