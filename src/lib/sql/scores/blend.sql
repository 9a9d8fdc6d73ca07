-- one row a month and unit: the blended score as an exact fraction of thousandths over the least common denominator of its parts, and whether it stands (L162)
with common as (
	select
		*,
		lcm(lcm(coalesce(self_denominator, 1)::hugeint, coalesce(leader_denominator, 1)::hugeint), coalesce(group_denominator, 1)::hugeint) as multiple
	from scores.part
)
select
	* exclude (multiple),
	self_weight::hugeint * coalesce(self_numerator, 0) * (multiple // coalesce(self_denominator, 1))
		+ leader_weight::hugeint * coalesce(leader_numerator, 0) * (multiple // coalesce(leader_denominator, 1))
		+ group_weight::hugeint * coalesce(group_numerator, 0) * (multiple // coalesce(group_denominator, 1))
		as blend_numerator,
	(self_weight + leader_weight + group_weight)::hugeint * multiple as blend_denominator,
	-- the leaders' sheets stand in for the KPI table
	(incomplete and blend <> 'leader_sheet')
		or (missing_rater = 'wait' and missing_raters is not null)
		or self_weight + leader_weight + group_weight = 0
		as stands_open
from common
