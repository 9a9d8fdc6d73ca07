-- one row a month, unit and rater whose sheets count in it and in the month before: what the change of their mean did to the blended score, by the weights of those that count in both, in millionths (L162)
with told as (
	select month, unit_kind, unit, 'self' as rater, self_weight as weight, self_weight + leader_weight + group_weight as weights,
		self_numerator as n, self_denominator as d, self_before as was, self_over as over
	from reports.shared_part
	union all
	select month, unit_kind, unit, 'leader', leader_weight, self_weight + leader_weight + group_weight,
		leader_numerator, leader_denominator, leader_before, leader_over
	from reports.shared_part
	where blend = 'leader_sheet'
	union all
	select month, unit_kind, unit, 'group', group_weight, self_weight + leader_weight + group_weight,
		group_numerator, group_denominator, group_before, group_over
	from reports.shared_part
)
select
	month, unit_kind, unit, rater,
	macro.half_up(weight * 1000 * (n::hugeint * over - was::hugeint * d), weights * d * over)::bigint as part
from told
where weight > 0
