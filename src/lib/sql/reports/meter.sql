-- one row a slot, dimension and value of it: what the meters say in the months shown, what was collected of the same item and branch, and the difference, in thousandths of a yuan (L189)
with collected as (
	select period as month, branch, item, sum(coalesce(paid_amount, 0)) as collected
	from facts.fee
	where status is distinct from 'excluded'
	group by all
),
metered as (
	select month, branch, item, sum(metered_amount) as metered
	from facts.meter
	group by all
),
sums as (
	select
		metered.*, coalesce(collected.collected, 0) as collected, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'item' then metered.item
			when 'branch' then metered.branch
			when 'month' then metered.month
		end as value
	from staging.shown
	join metered using (month)
	left join collected using (month, branch, item)
	cross join (values ('all'), ('item'), ('branch'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, metered.branch)
)
select
	slot, dimension, value,
	(sum(metered) * 1000)::bigint as metered,
	(sum(collected) * 1000)::bigint as collected,
	(sum(metered) * 1000)::bigint - (sum(collected) * 1000)::bigint as difference
from sums
group by all
