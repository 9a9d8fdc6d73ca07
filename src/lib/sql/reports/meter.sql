-- one row a month, branch and item that is metered: what the meters say, what was collected and the difference, in thousandths of a yuan (L189)
with collected as (
	select period as month, branch, item, sum(coalesce(paid_amount, 0)) as collected
	from facts.fee
	where status is distinct from 'excluded'
	group by all
)
select
	shown.slot, meter.month, meter.branch, meter.item,
	(sum(meter.metered_amount) * 1000)::bigint as metered,
	(coalesce(any_value(collected.collected), 0) * 1000)::bigint as collected,
	(sum(meter.metered_amount) * 1000)::bigint - (coalesce(any_value(collected.collected), 0) * 1000)::bigint as difference
from staging.shown
join facts.meter using (month)
left join collected using (month, branch, item)
where macro.shows(shown.only_branch, meter.branch)
group by all
