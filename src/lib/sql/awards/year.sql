-- one row a year and unit: its standing by the policy's reading of the year, the months counted and those missing of the months in which it was there (L166)
with span as (
	select left(month, 4) as period, max(month) as last_month
	from facts.month
	group by all
),
there as (
	select left(month, 4) as period, unit_kind, unit, list(month order by month) as months
	from facts.unit
	group by all
),
earned as (
	select left(period, 4) as period, unit_kind, unit, count(*) as prizes
	from awards.prize
	group by all
),
summed as (
	select
		span.period, span.last_month, month.unit_kind, month.unit,
		arg_max(month.scorecard, month.period) as scorecard,
		macro.half_up(sum(month.total)::hugeint, count(*)) as mean,
		sum(month.total)::hugeint as sum,
		count(*) as months,
		array_to_string(list_filter(any_value(there.months), lambda m: not list_contains(list(month.period), m)), ';') as missing
	from span
	join rankings.month on left(month.period, 4) = span.period
	left join there
		on there.period = span.period and there.unit_kind = month.unit_kind and there.unit = month.unit
	group by all
)
select
	summed.period, summed.unit_kind, summed.unit, summed.scorecard, summed.mean, summed.months, summed.missing,
	coalesce(earned.prizes, 0) as prizes,
	case rule.year_reading
		when 'sum' then summed.sum
		when 'prizes' then coalesce(earned.prizes, 0)
		else summed.mean
	end as standing,
	rank() over (partition by summed.period, summed.unit_kind, summed.scorecard order by standing desc) as rank
from summed
join policy.rule on rule.month = summed.last_month
left join earned using (period, unit_kind, unit)
