-- one row a scored line that could be better: how many more (or fewer) events reach the next tier, what that gains, and the tier that one bad event alone would mean
with cell as (
	-- under the mean of marks a satisfied answer adds its mark to both
	select line.* replace (
		line.per * macro.case_size(policy_line.measure, rule.satisfied_means, rule.satisfied_means_amount) as per
	)
	from scores.line
	join policy.line as policy_line using (policy, scorecard, line)
	join policy.rule using (month)
	semi join scores.scoped on scoped.month = line.month and scoped.unit_kind = line.unit_kind
),
better as (
	select
		line.month, line.unit_kind, line.unit, line.line, line.policy, line.scorecard, line.weight, line.deduction,
		line.scoring, line.direction, line.grows,
		line.numerator, line.denominator, line.scale, line.per,
		if(line.direction = 'higher', tier.lower, tier.upper) as bound,
		if(line.direction = 'higher', tier.lower_in, tier.upper_in) as bound_in
	from cell as line
	join policy.tier
		on tier.policy = line.policy
		and tier.scorecard = line.scorecard
		and tier.line = line.line
		and tier.tier < line.tier
		and least(tier.deduction, line.weight) < line.deduction
	qualify row_number() over (partition by line.month, line.unit_kind, line.unit, line.line order by tier.tier desc) = 1
),
lone as (
	select line.month, line.unit_kind, line.unit, line.line, tier.tier as lone_tier
	from cell as line
	join policy.tier
		on tier.policy = line.policy
		and tier.scorecard = line.scorecard
		and tier.line = line.line
		and line.scoring = 'tiered_rate'
		and (line.direction = 'lower' or line.grows)
		and line.denominator > 0
		and macro.in_tier(
			if(line.direction = 'lower', line.per, line.denominator - line.per) * line.scale * 100000,
			line.denominator,
			tier.lower, tier.lower_in, tier.upper, tier.upper_in
		)
),
reach as (
	select
		*,
		macro.ceil_div(
			case
				when scoring = 'tiered_count' then numerator - (bound * per - if(bound_in, 0, 1)) // 1000
				when direction = 'lower' then numerator - (bound * denominator - if(bound_in, 0, 1)) // (100000 * scale)
				when not grows then macro.ceil_div(bound * denominator + if(bound_in, 0, 1), 100000 * scale) - numerator
				when bound < 100000 then macro.ceil_div(bound * denominator - 100000 * numerator + if(bound_in, 0, 1), 100000 - bound)
			end,
			per
		) as needed
	from better
),
reached as (
	select
		reach.month, reach.unit_kind, reach.unit, reach.line, reach.needed,
		tier.tier as next_tier,
		reach.deduction - least(tier.deduction, reach.weight) as gain
	from reach
	join policy.tier
		on tier.policy = reach.policy
		and tier.scorecard = reach.scorecard
		and tier.line = reach.line
		and macro.in_tier(
			(reach.numerator + if(reach.direction = 'higher', reach.needed, -reach.needed) * reach.per)
				* if(reach.scoring = 'tiered_count', 1000, reach.scale * 100000),
			if(reach.scoring = 'tiered_count', reach.per, reach.denominator + if(reach.grows, reach.needed * reach.per, 0)),
			tier.lower, tier.lower_in, tier.upper, tier.upper_in
		)
)
select
	line.month, line.unit_kind, line.unit, line.line,
	reached.next_tier,
	reached.needed::bigint as needed,
	reached.gain,
	lone.lone_tier
from scores.line
left join reached using (month, unit_kind, unit, line)
left join lone using (month, unit_kind, unit, line)
where line.status = 'ok' and (reached.next_tier is not null or lone.lone_tier is not null)
