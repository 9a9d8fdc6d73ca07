-- one row a cell of the grid: numerator, denominator with the ledger's corrections, and whether there is anything to score
select
	grid.*,
	if(grid.not_applicable, 0, greatest(coalesce(every.numerator, 0) + (coalesce(adjustment.numerator, 0) + coalesce(own.numerator, 0)) * coalesce(every.per, 1), 0))::hugeint as numerator,
	if(grid.not_applicable, 0, greatest(coalesce(every.denominator, 0) + if(grid.scoring = 'points_off', coalesce(adjustment.numerator, 0) + coalesce(own.numerator, 0), coalesce(adjustment.denominator, 0) + coalesce(own.denominator, 0)) * coalesce(every.per, 1), 0))::hugeint as denominator,
	coalesce(every.scale, 1)::hugeint as scale,
	coalesce(every.per, 1)::hugeint as per,
	case
		when grid.not_applicable then 'not_applicable'
		when coalesce(unread.measure, unread_here.measure) is not null then 'no_data'
		when grid.scoring = 'target' and grid.target is null then 'target_missing'
		when grid.no_rows = 'no_data' and coalesce(every.denominator, 0) + coalesce(adjustment.denominator, 0) + coalesce(own.denominator, 0) <= 0 and grid.missing_line <> 'full_marks' then 'no_data'
		else 'ok'
	end as status,
	coalesce(ledger.audit, 0) as points_off,
	not grid.not_applicable and coalesce(unread.measure, unread_here.measure) is not null as unread,
	grid.no_rows = 'no_data' and grid.missing_line = 'full_marks' and coalesce(every.denominator, 0) + coalesce(adjustment.denominator, 0) + coalesce(own.denominator, 0) <= 0 as assumed
from scores.grid
left join scores.unread on unread.month = grid.month and unread.measure = grid.counts and unread.branch is null
left join scores.unread as unread_here
	on unread_here.month = grid.month and unread_here.measure = grid.counts and unread_here.branch = grid.branch
left join measures.every
	on every.measure = grid.measure
	and every.month = grid.month
	and every.unit_kind = grid.read_kind
	and every.unit = grid.read_unit
left join staging.adjustment
	on adjustment.measure = grid.measure
	and adjustment.month = grid.month
	and adjustment.unit_kind = grid.read_kind
	and adjustment.unit = grid.read_unit
-- a correction of a person's line that is read from the branch's rows
left join staging.adjustment as own
	on grid.by_branch
	and own.measure = grid.measure
	and own.month = grid.month
	and own.unit_kind = grid.unit_kind
	and own.unit = grid.unit
left join scores.ledger
	on ledger.month = grid.month
	and ledger.unit_kind = grid.read_kind
	and ledger.unit = grid.read_unit
