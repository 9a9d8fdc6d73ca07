-- one row a slot, branch, home or asset, and category that was reported again in the months shown: how often, with the days before them that count as again (L179, L181)
with ticket as (
	select
		shown.slot, ticket.branch, coalesce(ticket.asset, ticket.unit) as unit, ticket.category,
		ticket.done, ticket.received_at, ticket.month >= shown.first_month as shown
	from reports.slot as shown
	join policy.version on shown.last_month >= version.in_force_from and shown.last_month < version.in_force_until
	join policy.part using (policy)
	join rows.ticket
		on ticket.month <= shown.last_month
		and ticket.received_at >= (shown.first_month || '-01')::date - part.repeat_days
	where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
)
select
	slot, branch, unit, category,
	count(*) as tickets,
	count(*) filter (not done) as open,
	strftime(min(received_at), '%Y-%m-%d') as first_on,
	strftime(max(received_at), '%Y-%m-%d') as last_on
from ticket
where unit is not null
group by slot, branch, unit, category
having count(*) > 1 and bool_or(shown)
