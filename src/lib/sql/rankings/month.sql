-- one row a month and ranked unit: its rank by the total, ties by the tie rule (L163)
select
	total.month as period, total.unit_kind, total.unit, total.total,
	if(
		rule.tie_rule = 'dense',
		dense_rank() over (partition by total.month, total.unit_kind order by total.total desc),
		rank() over (partition by total.month, total.unit_kind order by total.total desc)
	) as rank,
	count(*) over (partition by total.month, total.unit_kind, total.total) > 1 as tied,
	count(*) over (partition by total.month, total.unit_kind) as ranked_units
from scores.total
join policy.rule using (month)
where total.status = 'ok'
