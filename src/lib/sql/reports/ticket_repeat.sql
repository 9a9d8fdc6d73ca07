-- one row a branch, home or asset, and category that was reported more than once in the months shown (L179, L181)
select
	shown.slot, ticket.branch, coalesce(ticket.asset, ticket.unit) as unit, ticket.category,
	count(*) as tickets,
	count(*) filter (not ticket.done) as open,
	strftime(min(ticket.received_at), '%Y-%m-%d') as first_on,
	strftime(max(ticket.received_at), '%Y-%m-%d') as last_on
from staging.shown
join rows.ticket using (month)
where coalesce(ticket.asset, ticket.unit) is not null and macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
group by all
having count(*) > 1
