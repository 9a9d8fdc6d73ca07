-- one row a period of three months and ranked unit: the mean of its three totals and its rank by the reading of the quarter (L163)
with gathered as (
	select
		span.period, span.last_month, month.unit_kind, month.unit,
		macro.half_up(sum(month.total)::hugeint, 3) as total,
		sum(month.rank)::bigint as rank_sum,
		max(month.rank) as worst_rank
	from rankings.span
	join rankings.month on month.period = span.month
	group by all
	having count(*) = 3
),
prized as (
	select policy, max(rank) as ranks from policy.prize group by policy
),
placed as (
	select
		gathered.*, rule.tie_rule,
		if(rule.quarter_reading = 'sum_of_ranks', -rank_sum, total) as standing
	from gathered
	join policy.rule on rule.month = gathered.last_month
	join prized on prized.policy = rule.policy
	where rule.quarter_reading <> 'each_month' or worst_rank <= prized.ranks
)
select
	period, last_month, unit_kind, unit, total,
	if(
		tie_rule = 'dense',
		dense_rank() over (partition by period, unit_kind order by standing desc),
		rank() over (partition by period, unit_kind order by standing desc)
	) as rank,
	count(*) over (partition by period, unit_kind, standing) > 1 as tied,
	count(*) over (partition by period, unit_kind) as ranked_units
from placed
