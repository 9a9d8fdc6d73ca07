-- one row a month, unit and line scored in it and in the month before: what the change of its quota, which alone moves a rate by volume, and then of its rate did to the total, in millionths (L153-162)
with line as (
	select line.*, (month || '-01')::date as first_day
	from scores.line as line
),
pair as (
	select
		now.*,
		before.points as before_points, before.tier as before_tier,
		before.numerator as before_numerator, before.denominator as before_denominator, before.scale as before_scale
	from line as now
	join line as before
		on before.first_day = now.first_day - interval 1 month
		and before.unit_kind = now.unit_kind
		and before.unit = now.unit
		and before.scorecard = now.scorecard
		and before.line = now.line
	where now.status = 'ok' and before.status = 'ok'
),
halfway as (
	select
		pair.*,
		if(
			pair.scoring = 'tiered_rate' and pair.direction = 'higher' and not pair.grows and pair.denominator > 0,
			pair.weight - least(coalesce(tier.deduction, 0), pair.weight),
			pair.before_points
		) as halfway_points
	from pair
	left join policy.tier
		on pair.scoring = 'tiered_rate'
		and tier.policy = pair.policy
		and tier.scorecard = pair.scorecard
		and tier.line = pair.line
		and macro.in_tier(
			pair.before_numerator * pair.scale * 100000, greatest(pair.denominator, 1),
			tier.lower, tier.lower_in, tier.upper, tier.upper_in
		)
),
share as (
	select
		month, unit_kind, unit,
		if(part.blend = 'leader_sheet', 0, part.leader_weight)::hugeint as leader_weight,
		(part.self_weight + part.leader_weight + part.group_weight)::hugeint as weights
	from scores.part
),
card as (
	select month, unit_kind, unit, sum(weight)::hugeint as weight, sum(weight) filter (status = 'ok')::hugeint as applied
	from scores.line
	group by all
)
select
	halfway.month, halfway.unit_kind, halfway.unit, halfway.line,
	halfway.before_numerator::varchar as before_numerator, halfway.before_denominator::varchar as before_denominator,
	halfway.before_tier, halfway.tier,
	if(share.weights = 0, 0, macro.half_up((halfway.halfway_points - halfway.before_points) * card.weight * share.leader_weight * 1000, card.applied * share.weights))::bigint as volume,
	if(share.weights = 0, 0, macro.half_up((halfway.points - halfway.halfway_points) * card.weight * share.leader_weight * 1000, card.applied * share.weights))::bigint as rate
from halfway
join share using (month, unit_kind, unit)
join card using (month, unit_kind, unit)
