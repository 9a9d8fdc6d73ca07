-- one row a month, unit and rater role: the mean of the scores that count as a fraction, thousandths numerator / denominator, exact to the last decimal that came; a branch's is the mean of its people's means (L162)
with rated as (
	select
		month, branch, person, role,
		sum(points)::hugeint as points,
		count(*)::hugeint as raters
	from rows.rating
	where counts
	group by all
),
common as (
	select
		*,
		list_reduce(list(raters) over (partition by month, branch, role), lambda a, b: lcm(a, b)) as multiple
	from rated
),
summed as (
	select
		month, 'person' as unit_kind, person as unit, role,
		sum(points)::hugeint as points,
		sum(raters)::hugeint as raters
	from rated
	where person is not null
	group by month, person, role
	union all
	select
		month, 'branch', branch, role,
		sum(points * (multiple // raters))::hugeint,
		(any_value(multiple) * count(*))::hugeint
	from common
	group by month, branch, role
)
-- trillionths over so many raters, in lowest terms: what is multiplied later stays within 38 digits
select
	month, unit_kind, unit, role,
	points // gcd(points, raters * 1000000000) as numerator,
	raters * 1000000000 // gcd(points, raters * 1000000000) as denominator
from summed
