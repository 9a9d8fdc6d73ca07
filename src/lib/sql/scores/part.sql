-- one row a month and unit: the three raters' parts as fractions of thousandths with the weights that count, and who is missing (L162)
with weight as (
	select
		policy,
		max(weight) filter (rater = 'self') as self,
		max(weight) filter (rater = 'leader') as leader,
		max(weight) filter (rater = 'group') as "group"
	from policy.rater
	group by policy
),
part as (
	select
		kpi.*,
		if(scorecard.blended, rule.blend, 'kpi_only') as blend, rule.missing_rater,
		self.numerator as self_numerator, self.denominator as self_denominator,
		if(scorecard.blended and rule.blend = 'leader_sheet', sheet.numerator, kpi.numerator) as leader_numerator,
		if(scorecard.blended and rule.blend = 'leader_sheet', sheet.denominator, nullif(kpi.denominator, 0)) as leader_denominator,
		peers.numerator as group_numerator, peers.denominator as group_denominator,
		weight.self as self_full, weight.leader as leader_full, weight.group as group_full
	from scores.kpi
	join policy.rule using (month)
	join policy.scorecard on scorecard.policy = kpi.policy and scorecard.scorecard = kpi.scorecard
	join weight on weight.policy = rule.policy
	left join scores.rating as self
		on self.role = 'self' and self.month = kpi.month and self.unit_kind = kpi.unit_kind and self.unit = kpi.unit
	left join scores.rating as sheet
		on sheet.role = 'leader' and sheet.month = kpi.month and sheet.unit_kind = kpi.unit_kind and sheet.unit = kpi.unit
	left join scores.rating as peers
		on peers.role = 'group' and peers.month = kpi.month and peers.unit_kind = kpi.unit_kind and peers.unit = kpi.unit
)
select
	*,
	case when blend = 'kpi_only' or (self_denominator is null and missing_rater <> 'zero') then 0 else self_full end as self_weight,
	case when leader_denominator is null and missing_rater <> 'zero' then 0 else leader_full end as leader_weight,
	case when blend = 'kpi_only' or (group_denominator is null and missing_rater <> 'zero') then 0 else group_full end as group_weight,
	if(blend = 'kpi_only', null, nullif(concat_ws(';',
		if(self_denominator is null, 'self', null),
		if(leader_denominator is null and blend = 'leader_sheet', 'leader', null),
		if(group_denominator is null, 'group', null)
	), '')) as missing_raters
from part
