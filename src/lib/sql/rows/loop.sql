-- one row a complaint: received, named, solved, asked again, and how often until satisfied; it closes with the first satisfied answer that no unsatisfied one follows, once it is solved (L80, L327)
with unhappy as (
	select ticket, max(called_at) as unhappy_at
	from rows.asked
	where not satisfied
	group by ticket
),
closing as (
	select asked.ticket, min(asked.called_at) as closed_at
	from rows.asked
	left join unhappy using (ticket)
	where asked.satisfied and (unhappy.unhappy_at is null or asked.called_at > unhappy.unhappy_at)
	group by asked.ticket
),
answered as (
	select asked.ticket, closing.closed_at, count(*) as asked, max(asked.called_at) as last_asked_at
	from rows.asked
	left join closing using (ticket)
	where asked.called_at <= coalesce(closing.closed_at, asked.called_at)
	group by all
)
select
	complaint.*,
	complaint.person is not null as named,
	complaint.resolved_at is not null as solved,
	coalesce(answered.asked, 0) as asked,
	answered.last_asked_at,
	complaint.resolved_at is not null and answered.closed_at is not null as satisfied
from facts.complaint
left join answered using (ticket)
join policy.rule using (month)
