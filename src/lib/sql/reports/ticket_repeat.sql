-- one row a branch, home and category that was reported more than once in the months shown (L179)
select
	shown.slot, ticket.branch, ticket.unit, ticket.category,
	count(*) as tickets,
	count(*) filter (not ticket.done) as open,
	strftime(min(ticket.received_at), '%Y-%m-%d') as first_on,
	strftime(max(ticket.received_at), '%Y-%m-%d') as last_on
from staging.shown
join rows.ticket using (month)
where ticket.unit is not null
group by all
having count(*) > 1
