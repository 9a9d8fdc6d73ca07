-- one row a month, unit and line scored in it and in the month before: what the change of its quota alone, where it has one, and then of its rate, did to the total by the weights of what is scored in both, in millionths (L153-162)
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
held as (
	select
		*,
		-- as many done against the new quota; a share of cases has no quota, it is its rate that moves
		before_numerator * scale as held_numerator
	from pair
),
halfway as (
	select
		held.*,
		coalesce(tier.tier, held.before_tier) as halfway_tier,
		if(tier.tier is null, held.before_points, held.weight - least(tier.deduction, held.weight)) as halfway_points
	from held
	left join policy.tier
		on held.scoring = 'tiered_rate'
		and held.direction = 'higher'
		and not coalesce(held.grows, false)
		and held.denominator > 0
		and held.before_denominator > 0
		and held.denominator <> held.before_denominator
		and tier.policy = held.policy
		and tier.scorecard = held.scorecard
		and tier.line = held.line
		and macro.in_tier(
			held.held_numerator * 100000, held.denominator,
			tier.lower, tier.lower_in, tier.upper, tier.upper_in
		)
),
share as (
	select
		month, unit_kind, unit,
		if(blend = 'leader_sheet', 0, leader_weight) as leader_weight,
		self_weight + leader_weight + group_weight as weights
	from reports.shared_part
),
whole as (
	select month, unit_kind, unit, sum(weight)::hugeint as weight
	from scores.line
	group by all
),
card as (
	select pair.month, pair.unit_kind, pair.unit, any_value(whole.weight) as weight, sum(pair.weight)::hugeint as applied
	from pair
	join whole using (month, unit_kind, unit)
	group by all
)
select
	halfway.month, halfway.unit_kind, halfway.unit, halfway.line,
	halfway.before_numerator::varchar as before_numerator, halfway.before_denominator::varchar as before_denominator,
	halfway.before_tier, halfway.halfway_tier, halfway.tier,
	if(share.weights = 0, 0, macro.half_up((halfway.halfway_points - halfway.before_points) * card.weight * share.leader_weight * 1000, card.applied * share.weights))::bigint as volume,
	if(share.weights = 0, 0, macro.half_up((halfway.points - halfway.halfway_points) * card.weight * share.leader_weight * 1000, card.applied * share.weights))::bigint as rate
from halfway
join share using (month, unit_kind, unit)
join card using (month, unit_kind, unit)
