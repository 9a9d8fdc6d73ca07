-- one row a ticket of the months shown that is open: its age and the days since anything was done, up to the day shown (L178-181)
select
	shown.slot, ticket.ticket, ticket.month, ticket.branch, ticket.unit, ticket.kind_text, ticket.category, ticket.party, ticket.person,
	strftime(ticket.received_at, '%Y-%m-%d') as received_on,
	greatest(shown.as_of - ticket.received_at::date, 0) as age,
	greatest(shown.as_of - coalesce(ticket.last_action_at, ticket.arrived_at, ticket.replied_at, ticket.received_at)::date, 0) as stalled,
	ticket.warranty, ticket.disputed_text, ticket.cause,
	ticket.source_file, ticket.source_record, ticket.source_line
from staging.shown
join rows.ticket using (month)
where not ticket.done
