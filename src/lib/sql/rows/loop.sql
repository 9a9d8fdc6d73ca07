-- one row a complaint: received, named, solved, asked again, and how often until satisfied (L80, L327)
with asked as (
	select
		complaint.ticket,
		count(*) as asked,
		max(callback.called_at) as last_asked_at,
		arg_max(callback.satisfaction::integer, callback.called_at) as last_satisfaction
	from facts.complaint
	join facts.callback
		on callback.ticket = complaint.ticket
		and callback.result = 'reached'
		and callback.called_at >= coalesce(complaint.resolved_at, complaint.received_at)
	group by all
)
select
	complaint.*,
	complaint.person is not null as named,
	complaint.resolved_at is not null as solved,
	coalesce(asked.asked, 0) as asked,
	asked.last_asked_at,
	asked.last_satisfaction,
	coalesce(asked.last_satisfaction >= rule.satisfied_from, false) as satisfied,
	case
		when asked.last_satisfaction >= rule.satisfied_from then 'closed'
		when asked.last_satisfaction is not null then 'unhappy'
		when asked.asked > 0 then 'asked'
		when complaint.resolved_at is not null then 'solved'
		when complaint.person is not null then 'named'
		else 'received'
	end as stands
from facts.complaint
left join asked using (ticket)
join policy.rule using (month)
