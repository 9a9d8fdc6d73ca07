-- one row a ticket that was open on the day shown, whenever it was received: its age, the days since anything was done (of those that its clock counts, without those held, beside all of them), whether it is held, and whether its warranty had run out by then (L178-181)
with open as (
	select
		shown.slot, shown.as_of, ticket.*,
		greatest(
			ticket.received_at::date,
			macro.until(ticket.replied_at::date, shown.as_of),
			macro.until(ticket.arrived_at::date, shown.as_of),
			macro.until(ticket.last_action_at::date, shown.as_of)
		) as last_on,
		coalesce(own.every, company.every, true) as every
	from reports.slot as shown
	join rows.ticket
		on ticket.received_at::date <= shown.as_of
		and (not ticket.done or ticket.resolved_at::date > shown.as_of)
	left join policy.rule using (month)
	left join policy.clock as company
		on company.policy = rule.policy and company.clock = 'tickets' and company.branch is null
	left join policy.clock as own
		on own.policy = rule.policy and own.clock = 'tickets' and own.branch = ticket.branch
	where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
),
held as (
	select
		open.slot, open.source_file, open.source_record,
		bool_or(coalesce(hold.ended::date > open.as_of, true)) as now,
		sum(greatest(
			macro.days_gone(
				open.every, greatest(hold.began::date, open.last_on), began.ordinal,
				least(coalesce(hold.ended::date, open.as_of), open.as_of), ended.ordinal
			), 0
		))::bigint as days
	from open
	join rows.hold on hold.ticket = open.ticket and hold.began::date <= open.as_of
	left join staging.workday as began on began.day = greatest(hold.began::date, open.last_on)
	left join staging.workday as ended on ended.day = least(coalesce(hold.ended::date, open.as_of), open.as_of)
	group by all
)
select
	open.slot, open.ticket, open.month, open.branch, open.unit, open.kind, open.category, open.party, open.person,
	strftime(open.received_at, '%Y-%m-%d') as received_on,
	open.as_of - open.received_at::date as age,
	(macro.days_gone(open.every, open.last_on, last.ordinal, open.as_of, shown.ordinal) - coalesce(held.days, 0))::bigint as stalled,
	open.as_of - open.last_on as stalled_plain,
	coalesce(held.now, false) as held,
	macro.warranty(open.warranty_until, open.as_of) as warranty,
	open.disputed_text, open.cause,
	open.source_file, open.source_record, open.source_line
from open
left join held using (slot, source_file, source_record)
left join staging.workday as last on last.day = open.last_on
left join staging.workday as shown on shown.day = open.as_of
