-- one row a month and unit: satisfied answers over rated ones, by callbacks made in the month (L153)
with weighed as (
	select
		month, branch, person,
		callbacks * macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, result = 'reached', satisfaction) as numerator,
		callbacks * macro.rated(rule.satisfied_means, rule.satisfied_means_amount, result = 'reached', satisfaction) as denominator
	from facts.callback_count
	join policy.rule using (month)
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
