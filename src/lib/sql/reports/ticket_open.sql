-- one row a ticket that was open on the day shown, whenever it was received: its age, the days since anything was done, and whether its warranty had run out by then (L178-181)
select
	shown.slot, ticket.ticket, ticket.month, ticket.branch, ticket.unit, ticket.kind, ticket.category, ticket.party, ticket.person,
	strftime(ticket.received_at, '%Y-%m-%d') as received_on,
	shown.as_of - ticket.received_at::date as age,
	shown.as_of - greatest(
		ticket.received_at::date,
		macro.until(ticket.replied_at::date, shown.as_of),
		macro.until(ticket.arrived_at::date, shown.as_of),
		macro.until(ticket.last_action_at::date, shown.as_of)
	) as stalled,
	macro.warranty(ticket.warranty_until, shown.as_of) as warranty,
	ticket.disputed_text, ticket.cause,
	ticket.source_file, ticket.source_record, ticket.source_line
from reports.slot as shown
join rows.ticket
	on ticket.received_at::date <= shown.as_of
	and (not ticket.done or ticket.resolved_at::date > shown.as_of)
where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
