-- one row a slot and ticket of a home or asset that was reported again, each within the policy's days of the one before, and once at least in the months shown: the chain it belongs to, and whether it came again itself (L179, L181)
with ticket as (
	select
		shown.slot, part.repeat_days, ticket.month >= shown.first_month as shown,
		coalesce(ticket.asset, ticket.unit) as place, ticket.*
	from reports.slot as shown
	join policy.version on shown.last_month >= version.in_force_from and shown.last_month < version.in_force_until
	join policy.part using (policy)
	join rows.ticket
		on ticket.month <= shown.last_month
		and ticket.received_at >= (shown.first_month || '-01')::date - part.repeat_days
	where coalesce(ticket.asset, ticket.unit) is not null
		and macro.shows(shown.only_branch, ticket.branch)
		and macro.shows(shown.only_stage, ticket.stage)
),
-- groups first: a window over all tickets would put every one in order to find the few
several as (
	select slot, branch, place, category
	from ticket
	group by all
	having count(*) > 1
),
gap as (
	select
		ticket.*,
		coalesce(
			ticket.received_at <= lag(ticket.received_at) over place_in_time + to_days(ticket.repeat_days), false
		) as again
	from ticket
	semi join several
		on several.slot = ticket.slot
		and several.branch = ticket.branch
		and several.place = ticket.place
		and several.category is not distinct from ticket.category
	window place_in_time as (partition by slot, branch, place, category order by received_at, ticket)
),
chained as (
	select
		*,
		sum((not again)::integer) over (partition by slot, branch, place, category order by received_at, ticket) as chain
	from gap
)
select *, strftime(min(received_at) over chain_of, '%Y-%m-%d') as first_on
from chained
window chain_of as (partition by slot, branch, place, category, chain)
qualify bool_or(again and shown) over chain_of
