-- one row a month and unit: the parts of the total and the total in millionths, rounded half-up once (L153-162)
with off_total as (
	select policy, scorecard, bool_or(off_total) as off_total
	from policy.line
	group by all
),
summed as (
	select
		blend.* replace (if(off_total.off_total, blend.audit, 0) as audit),
		rule.rounding_amount, rule.merit_cap_amount
	from scores.blend
	join policy.rule using (month)
	join off_total on off_total.policy = blend.policy and off_total.scorecard = blend.scorecard
),
exact as (
	select
		*,
		greatest(blend_numerator + (merits - criticism - audit) * blend_denominator, 0) * 1000 as total_numerator,
		pow(10, 6 - rounding_amount)::hugeint as grain
	from summed
),
opened as (
	select * replace (stands_open or unread_merits is not null as stands_open) from exact
)
select
	month, unit_kind, unit, policy, scorecard,
	if(stands_open or incomplete, null, macro.half_up(numerator * 1000, denominator)) as kpi_points,
	macro.half_up(self_numerator * 1000, self_denominator) as self,
	if(stands_open, null, macro.half_up(leader_numerator * 1000, leader_denominator)) as leader,
	macro.half_up(group_numerator * 1000, group_denominator) as "group",
	if(stands_open, null, macro.half_up(blend_numerator * 1000, blend_denominator)) as blended,
	merits * 1000::hugeint as merits,
	criticism * 1000::hugeint as criticism,
	audit * 1000::hugeint as audit,
	if(stands_open, null, least(
		macro.half_up(total_numerator, blend_denominator * grain) * grain,
		coalesce(merit_cap_amount, 999999) * 1000000::hugeint
	)) as total,
	if(stands_open, 'incomplete', 'ok') as status,
	coalesce(nullif(concat_ws(';', missing, missing_raters, unread_merits), ''), '') as missing
from opened
