-- one row a slot and ticket whose home or asset was reported more than once, in one branch and category, in the months shown and the days before them that count as again (L179, L181)
with ticket as (
	select ticket.*, shown.slot, coalesce(ticket.asset, ticket.unit) as place, ticket.month >= shown.first_month as shown
	from reports.slot as shown
	join policy.version on shown.last_month >= version.in_force_from and shown.last_month < version.in_force_until
	join policy.part using (policy)
	join rows.ticket
		on ticket.month <= shown.last_month
		and ticket.received_at >= (shown.first_month || '-01')::date - part.repeat_days
	where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
)
select *
from ticket
where place is not null
window together as (partition by slot, branch, place, category)
qualify count(*) over together > 1 and bool_or(shown) over together
