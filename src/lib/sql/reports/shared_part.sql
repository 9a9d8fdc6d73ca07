-- one row a month and unit that has the month before: the raters' parts of both as fractions of thousandths, and the weights of those that count in both (L162)
with part as (
	select *, (month || '-01')::date as first_day from scores.part
)
select
	now.month, now.unit_kind, now.unit, now.blend,
	if(before.self_weight > 0, now.self_weight, 0)::hugeint as self_weight,
	if(before.leader_weight > 0, now.leader_weight, 0)::hugeint as leader_weight,
	if(before.group_weight > 0, now.group_weight, 0)::hugeint as group_weight,
	coalesce(now.self_numerator, 0) as self_numerator, coalesce(now.self_denominator, 1) as self_denominator,
	coalesce(before.self_numerator, 0) as self_before, coalesce(before.self_denominator, 1) as self_over,
	coalesce(now.leader_numerator, 0) as leader_numerator, coalesce(now.leader_denominator, 1) as leader_denominator,
	coalesce(before.leader_numerator, 0) as leader_before, coalesce(before.leader_denominator, 1) as leader_over,
	coalesce(now.group_numerator, 0) as group_numerator, coalesce(now.group_denominator, 1) as group_denominator,
	coalesce(before.group_numerator, 0) as group_before, coalesce(before.group_denominator, 1) as group_over
from part as now
join part as before
	on before.first_day = now.first_day - interval 1 month
	and before.unit_kind = now.unit_kind
	and before.unit = now.unit
