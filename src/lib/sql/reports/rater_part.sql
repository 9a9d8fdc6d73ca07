-- one row a month, unit and rater whose sheets count: what they add to the blended score, in millionths (L162)
with part as (
	select *, (self_weight + leader_weight + group_weight)::hugeint as weights
	from scores.part
	where self_weight + leader_weight + group_weight > 0
)
select month, unit_kind, unit, 'self' as rater, macro.half_up(self_weight::hugeint * self_numerator * 1000, weights * self_denominator)::bigint as part
from part
where self_weight > 0 and self_denominator > 0
union all
select month, unit_kind, unit, 'leader', macro.half_up(leader_weight::hugeint * leader_numerator * 1000, weights * leader_denominator)::bigint
from part
where blend = 'leader_sheet' and leader_weight > 0 and leader_denominator > 0
union all
select month, unit_kind, unit, 'group', macro.half_up(group_weight::hugeint * group_numerator * 1000, weights * group_denominator)::bigint
from part
where group_weight > 0 and group_denominator > 0
