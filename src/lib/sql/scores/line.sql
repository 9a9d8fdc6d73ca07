-- one row a month, unit and line: how its points came about, points in thousandths (L153); this relation is the explanation
with tiered as (
	select
		value.*,
		tier.tier,
		tier.deduction as tier_deduction
	from scores.value
	left join policy.tier
		on tier.policy = value.policy
		and tier.scorecard = value.scorecard
		and tier.line = value.line
		and value.status = 'ok'
		and (value.no_rows = 'full_marks' or value.denominator > 0)
		and macro.in_tier(
			value.numerator * if(value.scoring = 'tiered_count', 1000, value.scale * 100000),
			if(value.scoring = 'tiered_count', 1, greatest(value.denominator, 1)),
			tier.lower, tier.lower_in, tier.upper, tier.upper_in
		)
),
deducted as (
	select
		*,
		case scoring
			when 'per_event' then numerator * deduction_each
			when 'points_off' then if(off_total, 0, points_off)
			else coalesce(tier_deduction, 0)
		end as full_deduction
	from tiered
)
select
	month, unit_kind, unit, branch, policy, scorecard, line, position, scoring, grows, direction, clause,
	numerator, denominator, scale,
	case
		when status <> 'ok' then null
		when scoring <> 'tiered_rate' then numerator::varchar
		when denominator = 0 and no_rows <> 'full_marks' then null
		else macro.decimal_text(macro.half_up(numerator * scale * 1000000, greatest(denominator, 1)))
	end as value,
	if(status = 'ok', tier, null) as tier,
	if(status = 'ok', least(full_deduction, weight), null)::bigint as deduction,
	if(status = 'ok', greatest(full_deduction - weight, 0), 0)::bigint as beyond_floor,
	if(status = 'ok', weight - least(full_deduction, weight), null)::bigint as points,
	weight, status
from deducted
