-- one row a ticket and span of time in which it was held for a reason that stops the clock, spans that overlap as one; no end: it is held still (own rule)
with stopped as (
	select
		ticket, "from" as began, coalesce("to", timestamp '2199-01-01 00:00:00') as ended
	from rows.held
	where stops
),
begun as (
	select
		*,
		coalesce(began > max(ended) over (
			partition by ticket order by began, ended rows between unbounded preceding and 1 preceding
		), true)::integer as is_first
	from stopped
),
span as (
	select *, sum(is_first) over (partition by ticket order by began, ended rows unbounded preceding) as number
	from begun
)
select ticket, min(began) as began, nullif(max(ended), timestamp '2199-01-01 00:00:00') as ended
from span
group by ticket, number
