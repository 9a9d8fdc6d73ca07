-- one row a period of three months and ranked unit: the mean of its three totals and its rank by the reading of the quarter (L163), a renamed branch's under its last name; as sealed where its last month is sealed
with ranked as (
	select span.period, span.last_month, month.period as month, month.unit_kind, month.unit, month.scorecard, month.total, month.rank
	from rankings.span
	join rankings.month on month.period = span.month
),
gathered as (
	select
		ranked.period, ranked.last_month, ranked.unit_kind, coalesce(renamed.heir, ranked.unit) as unit,
		sum(ranked.total)::hugeint as sum,
		arg_max(ranked.scorecard, ranked.month) as scorecard,
		sum(ranked.rank)::bigint as rank_sum,
		max(ranked.rank) as worst_rank
	from ranked
	-- a branch that got another name goes on under the new one
	left join rankings.renamed
		on renamed.month = ranked.month and renamed.last_month = ranked.last_month
		and renamed.unit = ranked.unit and ranked.unit_kind = 'branch'
	group by all
	having count(*) = 3
),
prized as (
	select policy, scorecard, max(rank) as ranks from policy.prize group by all
),
placed as (
	select
		gathered.*, rule.tie_rule,
		macro.half_up(sum, 3 * pow(10, 6 - rounding_amount)::hugeint) * pow(10, 6 - rounding_amount)::hugeint as total,
		if(rule.quarter_reading = 'sum_of_ranks', -rank_sum, total) as standing
	from gathered
	join policy.rule on rule.month = gathered.last_month
	left join prized on prized.policy = rule.policy and prized.scorecard = gathered.scorecard
	where gathered.last_month not in (select month from staging.sealed)
		and (rule.quarter_reading <> 'each_month' or worst_rank <= coalesce(rule.quarter_reading_amount, prized.ranks, worst_rank))
)
select
	period, last_month, unit_kind, unit, scorecard, total,
	if(tie_rule = 'dense', dense_rank() over field, rank() over field) as rank,
	count(*) over (field range between current row and current row) > 1 as tied,
	count(*) over (field rows between unbounded preceding and unbounded following) as ranked_units
from placed
window field as (partition by period, unit_kind, scorecard order by standing desc)
union all
select
	period, month, unit_kind, unit, scorecard, (total::decimal(38, 6) * 1000000)::hugeint, rank, tied, ranked_units
from staging.sealed
where period <> month
