-- one row a finished ticket: whether its customer was called back and satisfied, and whether a spot check of it passed (L301, L310)
with called as (
	select ticket, arg_max(callback.satisfaction::integer, (called_at, callback)) filter (satisfaction is not null) as satisfaction
	from facts.callback
	where result = 'reached' and ticket is not null
	group by ticket
),
checked as (
	select ref, bool_and(passed = 'yes') as passed
	from facts.spot_check
	where ref is not null
	group by ref
)
select
	ticket.*,
	called.ticket is not null as called,
	coalesce(called.satisfaction, ticket.satisfaction::integer) is not null as rated,
	coalesce(coalesce(called.satisfaction, ticket.satisfaction::integer) >= rule.satisfied_from, false) as satisfied,
	checked.ref is not null as checked,
	coalesce(checked.passed, false) as passed
from rows.ticket
join policy.rule using (month)
left join called using (ticket)
left join checked on checked.ref = ticket.ticket
where ticket.done
