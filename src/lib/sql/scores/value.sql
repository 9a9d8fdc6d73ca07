-- one row a cell of the grid: numerator and denominator with the ledger's corrections, and whether there is anything to score; whatever its line's weight, tiers and target are
select
	grid.month, grid.unit_kind, grid.unit, grid.branch, grid.policy, grid.scorecard, grid.line, grid.missing_line,
	grid.not_applicable,
	not grid.not_applicable and coalesce(unread.measure, unread_here.measure) is not null as unread,
	coalesce(every.denominator, 0) + coalesce(adjustment.denominator, 0) + coalesce(own.denominator, 0) > 0 as has_rows,
	if(grid.not_applicable, 0, greatest(coalesce(every.numerator, 0) + (coalesce(adjustment.numerator, 0) + coalesce(own.numerator, 0)) * coalesce(every.per, 1), 0))::hugeint as numerator,
	-- a correction of points that come off is one of events, too
	if(grid.not_applicable, 0, greatest(coalesce(every.denominator, 0) + if(grid.measure_kind = 'points', coalesce(adjustment.numerator, 0) + coalesce(own.numerator, 0), coalesce(adjustment.denominator, 0) + coalesce(own.denominator, 0)) * coalesce(every.per, 1), 0))::hugeint as denominator,
	coalesce(every.scale, 1)::hugeint as scale,
	coalesce(every.per, 1)::hugeint as per,
	coalesce(ledger.audit, 0) as points_off
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
