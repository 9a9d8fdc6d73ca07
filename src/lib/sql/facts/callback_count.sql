-- one row a file, month, branch, person, result and satisfaction: how many callbacks; of the files that moved
with sums as (
	select
		source_file,
		date_trunc('month', called_at) as month_start,
		branch, person, result, satisfaction,
		count(*) as callbacks
	from facts.callback
	semi join checks.moved using (source_file)
	group by all
)
select
	source_file,
	strftime(month_start, '%Y-%m') as month,
	branch, person, result,
	satisfaction::integer as satisfaction,
	sum(callbacks)::bigint as callbacks
from sums
group by all
