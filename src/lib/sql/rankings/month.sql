-- one row a month and ranked unit: its rank by the total among those of its scorecard, ties by the tie rule (L163); as sealed where the month is sealed; without those that the policy leaves out
select
	total.month as period, total.unit_kind, total.unit, total.scorecard, total.total,
	if(rule.tie_rule = 'dense', dense_rank() over field, rank() over field) as rank,
	count(*) over (field range between current row and current row) > 1 as tied,
	count(*) over (field rows between unbounded preceding and unbounded following) as ranked_units
from scores.total
join policy.rule using (month)
anti join rankings.unranked using (month, unit_kind, unit)
where total.status = 'ok' and total.month not in (select month from staging.sealed)
-- one order for all three: each of its own is sorted again
window field as (partition by total.month, total.unit_kind, total.scorecard order by total.total desc)
union all
select period, unit_kind, unit, scorecard, (total::decimal(38, 6) * 1000000)::hugeint, rank, tied, ranked_units
from staging.sealed
where period = month and rank is not null
