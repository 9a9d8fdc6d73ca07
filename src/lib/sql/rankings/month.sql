-- one row a month and ranked unit: its rank by the total among those of its scorecard, ties by the tie rule (L163)
select
	standing.month as period, standing.unit_kind, standing.unit, standing.scorecard, standing.total,
	if(
		rule.tie_rule = 'dense',
		dense_rank() over (partition by standing.month, standing.unit_kind, standing.scorecard order by standing.total desc),
		rank() over (partition by standing.month, standing.unit_kind, standing.scorecard order by standing.total desc)
	) as rank,
	count(*) over (partition by standing.month, standing.unit_kind, standing.scorecard, standing.total) > 1 as tied,
	count(*) over (partition by standing.month, standing.unit_kind, standing.scorecard) as ranked_units
from scores.standing
join policy.rule using (month)
where standing.status = 'ok'
