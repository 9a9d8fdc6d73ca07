-- one row a month and unit among the last, whoever ties with the cut in, that owes a plan (L164)
with sums as (
	select
		month.*, rule.policy, rule.plan_due_amount as due_days, rule.plan_due as calendar,
		row_number() over (partition by period, unit_kind, scorecard order by total, unit) <= rule.bottom_count_amount as last
	from rankings.month
	join policy.rule on rule.month = month.period
)
select
	sums.period, followup.kind, sums.unit_kind, sums.unit, sums.rank, sums.due_days, sums.calendar
from sums
join policy.followup using (policy, scorecard)
qualify sums.total <= max(sums.total) filter (sums.last) over (partition by sums.period, sums.unit_kind, sums.scorecard, followup.kind)
