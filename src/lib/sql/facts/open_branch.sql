-- one row a month and branch that is open in it; without a list of branches, each that the data names
with span as (
	select month, (month || '-01')::date as first_day, last_day((month || '-01')::date) as final_day
	from facts.month
)
select span.month, branch.branch, branch.name
from span
join facts.branch
	on coalesce(branch.opened_on, span.final_day) <= span.final_day
	and coalesce(branch.closed_on, span.first_day) >= span.first_day
union
select month.month, named.branch, null
from facts.month, facts.named
where named.branch is not null and not exists (from facts.branch)
