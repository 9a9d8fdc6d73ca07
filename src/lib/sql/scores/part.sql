-- one row a month and unit: the three raters' parts as fractions of thousandths with the weights that count, who is missing, and what stands beside the lines (L162)
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
		beside.self_numerator, beside.self_denominator,
		if(scorecard.blended and rule.blend = 'leader_sheet', beside.sheet_numerator, kpi.numerator) as leader_numerator,
		if(scorecard.blended and rule.blend = 'leader_sheet', beside.sheet_denominator, nullif(kpi.denominator, 0)) as leader_denominator,
		beside.group_numerator, beside.group_denominator,
		beside.merits, beside.criticism, beside.audit, beside.unread_merits,
		weight.self as self_full, weight.leader as leader_full, weight.group as group_full
	from scores.kpi
	join policy.rule using (month)
	join policy.scorecard on scorecard.policy = kpi.policy and scorecard.scorecard = kpi.scorecard
	join weight on weight.policy = rule.policy
	join scores.beside using (month, unit_kind, unit)
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
