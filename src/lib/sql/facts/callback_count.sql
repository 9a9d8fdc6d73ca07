-- one row a month, branch, person, result and satisfaction: how many callbacks
with sums as (
	select
		date_trunc('month', called_at) as month_start,
		branch, person, result, satisfaction,
		count(*) as callbacks
	from facts.callback
	group by all
)
select
	strftime(month_start, '%Y-%m') as month,
	branch, person, result,
	satisfaction::integer as satisfaction,
	sum(callbacks)::bigint as callbacks
from sums
group by all
