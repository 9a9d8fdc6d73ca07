-- one row a month and ranked unit: its rank by the total among those of its scorecard, ties by the tie rule (L163); as sealed where the month is sealed; without units of whom too few answered, where the policy says so
with small as (
	select distinct line.month, line.unit_kind, line.unit
	from scores.line
	join policy.month_part as part using (month)
	join policy.rule using (month)
	join policy.line as policy_line
		on policy_line.policy = line.policy and policy_line.scorecard = line.scorecard and policy_line.line = line.line
	where line.grows
		and line.status = 'ok'
		and line.denominator < part.not_rankable_below * line.scale * line.per
			* macro.case_size(policy_line.measure, rule.satisfied_means, rule.satisfied_means_amount)
)
select
	total.month as period, total.unit_kind, total.unit, total.scorecard, total.total,
	if(
		rule.tie_rule = 'dense',
		dense_rank() over (partition by total.month, total.unit_kind, total.scorecard order by total.total desc),
		rank() over (partition by total.month, total.unit_kind, total.scorecard order by total.total desc)
	) as rank,
	count(*) over (partition by total.month, total.unit_kind, total.scorecard, total.total) > 1 as tied,
	count(*) over (partition by total.month, total.unit_kind, total.scorecard) as ranked_units
from scores.total
join policy.rule using (month)
left join small on small.month = total.month and small.unit_kind = total.unit_kind and small.unit = total.unit
where small.unit is null and total.status = 'ok' and total.month not in (select month from staging.sealed)
union all
select period, unit_kind, unit, scorecard, (total::decimal(38, 6) * 1000000)::hugeint, rank, tied, ranked_units
from staging.sealed
where period = month and rank is not null
