-- one row a month and unit: the blended score as an exact fraction of thousandths, and whether it stands (L162)
select
	*,
	self_weight::hugeint * coalesce(self_numerator, 0) * coalesce(leader_denominator, 1) * coalesce(group_denominator, 1)
		+ leader_weight::hugeint * coalesce(leader_numerator, 0) * coalesce(self_denominator, 1) * coalesce(group_denominator, 1)
		+ group_weight::hugeint * coalesce(group_numerator, 0) * coalesce(self_denominator, 1) * coalesce(leader_denominator, 1)
		as blend_numerator,
	(self_weight + leader_weight + group_weight)::hugeint
		* coalesce(self_denominator, 1) * coalesce(leader_denominator, 1) * coalesce(group_denominator, 1)
		as blend_denominator,
	incomplete
		or (missing_rater = 'wait' and missing_raters is not null)
		or self_weight + leader_weight + group_weight = 0
		as stands_open
from scores.part
