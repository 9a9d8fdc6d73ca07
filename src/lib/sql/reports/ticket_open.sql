-- one row a ticket that was open on the day shown, whenever it was received: its age and the days since anything was done (L178-181)
select
	shown.slot, ticket.ticket, ticket.month, ticket.branch, ticket.unit, ticket.kind_text, ticket.category, ticket.party, ticket.person,
	strftime(ticket.received_at, '%Y-%m-%d') as received_on,
	greatest(shown.as_of - ticket.received_at::date, 0) as age,
	greatest(shown.as_of - coalesce(ticket.last_action_at, ticket.arrived_at, ticket.replied_at, ticket.received_at)::date, 0) as stalled,
	ticket.warranty, ticket.disputed_text, ticket.cause,
	ticket.source_file, ticket.source_record, ticket.source_line
from reports.slot as shown
join rows.ticket
	on ticket.received_at::date <= shown.as_of
	and (not ticket.done or ticket.resolved_at::date > shown.as_of)
where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
