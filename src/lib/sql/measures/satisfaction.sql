-- one row a month and unit: satisfied answers over rated ones, by callbacks made in the month; where a customer's answers count once, by the one that stands (L153)
with weighed as (
	select
		month, branch, person,
		callbacks * macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, result = 'reached', satisfaction) as numerator,
		callbacks * macro.rated(rule.satisfied_means, rule.satisfied_means_amount, result = 'reached', satisfaction) as denominator
	from facts.callback_count
	join policy.rule using (month)
	where rule.rated_twice = 'every' or satisfaction is null
),
told as (
	select month, unit_kind, if(unit_kind = 'branch', branch, person) as unit, numerator, denominator
	from weighed, (values ('branch'), ('person')) as kind (unit_kind)
	union all
	select
		month, unit_kind, if(unit_kind = 'branch', branch, person),
		macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, reached, if(unit_kind = 'branch', branch_mark, person_mark)),
		macro.rated(rule.satisfied_means, rule.satisfied_means_amount, reached, if(unit_kind = 'branch', branch_mark, person_mark))
	from rows.rated
	join policy.rule using (month)
	cross join (values ('branch'), ('person')) as kind (unit_kind)
	where if(unit_kind = 'branch', branch_mark, person_mark) is not null
)
select
	'satisfaction' as measure,
	unit_kind,
	unit,
	month,
	sum(numerator)::bigint as numerator,
	sum(denominator)::bigint as denominator,
	1::bigint as scale
from told
group by unit_kind, unit, month
