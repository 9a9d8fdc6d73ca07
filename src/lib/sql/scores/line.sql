-- one row a month, unit and line: how its points came about, points in thousandths, rounded half-up where a target is reached in part (L134, L153); this relation is the explanation
with cell as (
	select
		value.*,
		line.position, line.weight, line.scoring, line.deduction_each, line.no_rows, line.off_total, line.target,
		line.measure_kind, line.direction, line.grows, line.clause,
		case
			when value.not_applicable then 'not_applicable'
			when value.unread then 'no_data'
			when line.scoring = 'target' and line.target is null then 'target_missing'
			when line.no_rows = 'no_data' and not value.has_rows and value.missing_line <> 'full_marks' then 'no_data'
			else 'ok'
		end as status,
		line.no_rows = 'no_data' and not value.has_rows and value.missing_line = 'full_marks' as assumed
	from scores.value
	join policy.line using (policy, scorecard, line)
	semi join scores.scoped on scoped.month = value.month and scoped.unit_kind = value.unit_kind
	semi join scores.rescored on rescored.scorecard = value.scorecard and rescored.line = value.line
),
tiered as (
	select
		cell.*,
		tier.tier,
		tier.deduction as tier_deduction
	from cell
	left join policy.tier
		on tier.policy = cell.policy
		and tier.scorecard = cell.scorecard
		and tier.line = cell.line
		and cell.status = 'ok'
		and (cell.no_rows = 'full_marks' or cell.denominator > 0)
		and macro.in_tier(
			cell.numerator * if(cell.scoring = 'tiered_count', 1000, cell.scale * 100000),
			if(cell.scoring = 'tiered_count', cell.per, greatest(cell.denominator, 1)),
			tier.lower, tier.lower_in, tier.upper, tier.upper_in
		)
),
measured as (
	select
		*,
		case measure_kind
			when 'share' then numerator * scale * 100000
			when 'count' then numerator * 1000
			else numerator * scale * 1000
		end as measured,
		if(measure_kind = 'count', per, greatest(denominator, 1)) as over
	from tiered
),
reached as (
	select
		*,
		if(direction = 'lower', target * over, measured) as reached,
		if(direction = 'lower', measured, target * over) as goal
	from measured
),
step as (
	select
		reached.month, reached.unit_kind, reached.unit, reached.line,
		min(step.reached) as least,
		max(step.share) filter (reached.reached * 100000 >= reached.goal * step.reached) as share
	from reached
	join policy.step using (policy, scorecard, line)
	group by all
),
earned as (
	select
		reached.*,
		case
			when scoring in ('target', 'sheet') and status = 'ok' and denominator = 0 then weight
			when scoring = 'sheet' then macro.half_up(weight * least(measured, 100000 * over), 100000 * over)
			when scoring <> 'target' or status <> 'ok' then null
			when reached >= goal then weight
			when step.least is not null then macro.half_up(weight * coalesce(step.share, 0), 100000)
			else macro.half_up(weight * reached, goal)
		end as earned
	from reached
	left join step using (month, unit_kind, unit, line)
),
deducted as (
	select
		*,
		case scoring
			when 'per_event' then macro.half_up(numerator * deduction_each, per)
			when 'points_off' then if(off_total, 0, points_off)
			when 'target' then weight - earned
			when 'sheet' then weight - earned
			else coalesce(tier_deduction, 0)
		end as full_deduction
	from earned
)
select
	month, unit_kind, unit, branch, policy, scorecard, line, position, scoring, grows, direction, clause,
	numerator, denominator, scale, per,
	case
		when status <> 'ok' then null
		when scoring in ('target', 'sheet') and denominator = 0 then null
		when scoring in ('target', 'sheet') and measure_kind <> 'count' then macro.decimal_text(macro.half_up(numerator * scale * 1000000, greatest(denominator, 1)))
		when scoring <> 'tiered_rate' and per = 1 then numerator::varchar
		when scoring <> 'tiered_rate' then macro.decimal_text(macro.half_up(numerator * 1000000, per))
		when denominator = 0 and no_rows <> 'full_marks' then null
		else macro.decimal_text(macro.half_up(numerator * scale * 1000000, greatest(denominator, 1)))
	end as value,
	if(status = 'ok', tier, null) as tier,
	if(status = 'ok', least(full_deduction, weight), null)::bigint as deduction,
	if(status = 'ok', greatest(full_deduction - weight, 0), 0)::bigint as beyond_floor,
	if(status = 'ok', weight - least(full_deduction, weight), null)::bigint as points,
	weight, status, unread,
	status = 'ok' and assumed as assumed
from deducted
