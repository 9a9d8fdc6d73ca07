-- one row a measure, month and unit: what its counted records add up to, for all kinds of unit; where numerator and denominator are in parts, `per` of them make one
with cell as (
	select
		measure, per, month, branch, person, "group",
		sum(numerator) as numerator,
		sum(denominator) as denominator
	from counted.every
	group by all
	union all by name
	from measures.sliced
),
owned as (
	select
		cell.*, unit_kind,
		case unit_kind when 'branch' then branch when 'person' then person else "group" end as unit
	from cell, (values ('branch'), ('person'), ('group')) as kind (unit_kind)
),
summed as (
	select
		measure, unit_kind, unit, month, per,
		sum(numerator)::bigint as numerator,
		sum(denominator)::bigint as denominator
	from owned
	where unit is not null
	group by measure, unit_kind, unit, month, per
)
-- a mere amount has no denominator: it is read as it is
select measure, unit_kind, unit, month, numerator, coalesce(denominator, per) as denominator, 1::bigint as scale, per
from summed
union all
select *, null::bigint from measures.callback_completion
union all
select *, null::bigint from measures.satisfaction
