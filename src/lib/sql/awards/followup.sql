-- one row a month and unit among the last, whoever ties with the cut in, that owes a plan (L164)
with counted as (
	select
		month.*, rule.policy, rule.plan_due_amount as due_days, rule.plan_due as calendar,
		row_number() over (partition by period, unit_kind, scorecard order by total, unit) <= rule.bottom_count_amount as last
	from rankings.month
	join policy.rule on rule.month = month.period
)
select
	counted.period, followup.kind, counted.unit_kind, counted.unit, counted.rank, counted.due_days, counted.calendar
from counted
join policy.followup using (policy, scorecard)
qualify counted.total <= max(counted.total) filter (counted.last) over (partition by counted.period, counted.unit_kind, counted.scorecard, followup.kind)
