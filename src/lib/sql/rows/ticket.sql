-- one row a ticket that counts: how it stands, whether its due time decides by the cut-off, and how long its steps took, in seconds (L168-186)
select
	ticket.*,
	rule.cut_off,
	ticket.resolved_at is not null or ticket.status is not distinct from 'closed' as done,
	ticket.due_at is not null and coalesce(least(ticket.due_at, ticket.resolved_at) < rule.cut_off, true) as timed,
	coalesce(ticket.resolved_at <= ticket.due_at, false) as in_time,
	ticket.disputed_text is not null and ticket.disputed is distinct from 'no' as is_disputed,
	macro.warranty(ticket.warranty_until, ticket.received_at::date) as warranty,
	macro.seconds(ticket.received_at, ticket.replied_at) as reply_seconds,
	macro.seconds(ticket.received_at, ticket.arrived_at) as arrival_seconds,
	macro.seconds(ticket.received_at, ticket.resolved_at) as done_seconds
from facts.ticket
left join policy.rule using (month)
where ticket.status is distinct from 'excluded'
