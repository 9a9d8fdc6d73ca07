-- one row a month, unit and rater role: the mean score as a fraction, thousandths numerator / denominator; a branch's is the mean of its people's means (L162)
with rated as (
	select
		month, branch, person, role,
		sum((score * 1000)::bigint)::hugeint as points,
		count(*)::hugeint as raters
	from facts.rating
	group by all
),
common as (
	select
		*,
		list_reduce(list(raters) over (partition by month, branch, role), lambda a, b: lcm(a, b)) as multiple
	from rated
)
select
	month, 'person' as unit_kind, person as unit, role,
	sum(points)::hugeint as numerator,
	sum(raters)::hugeint as denominator
from rated
where person is not null
group by month, person, role
union all
select
	month, 'branch', branch, role,
	sum(points * (multiple // raters))::hugeint,
	any_value(multiple) * count(*)
from common
group by month, branch, role
