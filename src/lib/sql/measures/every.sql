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
		cell.measure, cell.per, cell.month, cell.numerator, cell.denominator, unit_kind,
		case unit_kind when 'branch' then coalesce(heir.heir, cell.branch) when 'person' then person else "group" end as unit
	from cell
	cross join (values ('branch'), ('person'), ('group')) as kind (unit_kind)
	-- a record of a month before may count in one in which its branch is no more
	left join facts.heir
		on heir.branch = cell.branch and cell.month >= heir.from_month and cell.month < heir.until_month
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
