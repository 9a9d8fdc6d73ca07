-- one row a month and unit: satisfied answers over rated ones, by callbacks made in the month (L153)
with answer as (
	select
		month, branch, person, callbacks, satisfaction,
		rule.satisfied_means, rule.satisfied_means_amount as bar,
		result = 'reached' as reached
	from facts.callback_count
	join policy.rule using (month)
),
weighed as (
	select
		month, branch, person,
		callbacks * case
			when satisfied_means = 'mean_score' then coalesce(satisfaction, 0)
			when satisfied_means = 'over_reached' then (reached and coalesce(satisfaction >= bar, false))::integer
			else coalesce(satisfaction >= bar, false)::integer
		end as numerator,
		callbacks * case
			when satisfied_means = 'mean_score' then if(satisfaction is null, 0, bar)
			when satisfied_means = 'over_reached' then reached::integer
			else (satisfaction is not null)::integer
		end as denominator
	from answer
)
select
	'satisfaction' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	sum(numerator)::bigint as numerator,
	sum(denominator)::bigint as denominator,
	1::bigint as scale
from weighed, (values ('branch'), ('person')) as kind (unit_kind)
group by all
