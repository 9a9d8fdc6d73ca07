-- one row a year and unit: its standing by the policy's reading of the year, the months counted and those missing of the months in which it was there (L166); a renamed branch's under the name that it had last in the year
with span as (
	select left(month, 4) as period, max(month) as last_month
	from facts.month
	group by all
),
-- a month between two that have data isn't missing from the calendar because nobody sent any
due as (
	select strftime(day, '%Y') as period, strftime(day, '%Y-%m') as month
	from (
		select unnest(generate_series((min(month) || '-01')::timestamp, (max(month) || '-01')::timestamp, interval 1 month)) as day
		from facts.month
	)
),
named as (
	select span.period, unit.month, unit.unit_kind, coalesce(renamed.heir, unit.unit) as unit
	from span
	join rows.unit on unit.month <= span.last_month
	left join rankings.renamed
		on renamed.month = unit.month and renamed.last_month = span.last_month
		and renamed.unit = unit.unit and unit.unit_kind = 'branch'
),
known as (
	select period, unit_kind, unit, min(month) as since
	from named
	group by all
),
there as (
	select due.period, known.unit_kind, known.unit, list(due.month order by due.month) as months
	from due
	join known on known.period = due.period and due.month >= known.since
	left join named
		on named.period = due.period and named.month = due.month
		and named.unit_kind = known.unit_kind and named.unit = known.unit
	where named.unit is not null or due.month not in (select month from facts.month)
	group by all
),
won as (
	-- a quarter ends with its third month; a rolling span belongs to the year that it ends in
	select
		unit_kind, unit,
		if(period like '%Q%', left(period, 4) || '-' || lpad((3 * right(period, 1)::integer)::varchar, 2, '0'), split_part(period, '~', -1)) as month
	from awards.prize
),
earned as (
	select span.period, won.unit_kind, coalesce(renamed.heir, won.unit) as unit, count(*) as prizes
	from won
	join span on span.period = left(won.month, 4)
	left join rankings.renamed
		on renamed.month = won.month and renamed.last_month = span.last_month
		and renamed.unit = won.unit and won.unit_kind = 'branch'
	group by all
),
summed as (
	select
		span.period, span.last_month, month.unit_kind, coalesce(renamed.heir, month.unit) as unit,
		arg_max(month.scorecard, month.period) as scorecard,
		macro.half_up(sum(month.total)::hugeint, count(*)) as mean,
		sum(month.total)::hugeint as sum,
		count(*) as months,
		array_to_string(list_filter(any_value(there.months), lambda m: not list_contains(list(month.period), m)), ';') as missing
	from span
	join rankings.month on left(month.period, 4) = span.period
	left join rankings.renamed
		on renamed.month = month.period and renamed.last_month = span.last_month
		and renamed.unit = month.unit and month.unit_kind = 'branch'
	left join there
		on there.period = span.period and there.unit_kind = month.unit_kind and there.unit = coalesce(renamed.heir, month.unit)
	group by all
)
select
	summed.period, summed.unit_kind, summed.unit, summed.scorecard, summed.mean, summed.months, summed.missing, rule.year_reading as reading,
	coalesce(earned.prizes, 0) as prizes,
	case rule.year_reading
		when 'sum' then summed.sum
		when 'prizes' then coalesce(earned.prizes, 0)
		else summed.mean
	end::hugeint as standing,
	rank() over (partition by summed.period, summed.unit_kind, summed.scorecard order by standing desc) as rank
from summed
join policy.rule on rule.month = summed.last_month
left join earned using (period, unit_kind, unit)
