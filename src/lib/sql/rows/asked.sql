-- one row a complaint and time that its customer was asked again, after it was solved or, where it isn't, received: by a callback, else by the rating on the ticket itself, and whether the answer satisfied (L327)
with called as (
	select complaint.ticket, complaint.month, callback.called_at, callback.callback, callback.satisfaction
	from facts.complaint
	join facts.callback
		on callback.ticket = complaint.ticket
		and callback.result = 'reached'
		and callback.called_at >= coalesce(complaint.resolved_at, complaint.received_at)
),
answered as (
	from called
	union all
	select complaint.ticket, complaint.month, coalesce(complaint.resolved_at, complaint.received_at), null, complaint.satisfaction
	from facts.complaint
	anti join called using (ticket)
	where complaint.satisfaction is not null
)
select answered.ticket, answered.called_at, answered.callback, answered.satisfaction::integer >= rule.satisfied_from as satisfied
from answered
join policy.rule using (month)
