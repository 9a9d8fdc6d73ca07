-- one row a ticket that counts: how it stands, whether its due time decides by the cut-off, and how long its steps took, in seconds (L168-186)
select
	ticket.*,
	ticket.resolved_at is not null or ticket.status is not distinct from 'closed' as done,
	ticket.due_at is not null and (ticket.resolved_at is not null or ticket.due_at < coalesce(rule.cut_off, 'infinity')) as timed,
	coalesce(ticket.resolved_at <= ticket.due_at, false) as in_time,
	case
		when ticket.warranty_until is null then null
		when ticket.received_at::date <= ticket.warranty_until then 'within'
		else 'after'
	end as warranty,
	epoch(ticket.replied_at - ticket.received_at)::bigint as reply_seconds,
	epoch(ticket.arrived_at - ticket.received_at)::bigint as arrival_seconds,
	epoch(ticket.resolved_at - ticket.received_at)::bigint as done_seconds
from facts.ticket
left join policy.rule using (month)
where ticket.status is distinct from 'excluded'
