-- one row a slot, dimension and value of it: complaints received in the months shown, along the closed loop, seconds (until solved by their clock without what they were held, and day and night) at the middle and the ninetieth per cent (L80, L327)
with sums as (
	select
		loop.*, shown.slot,
		epoch(loop.resolved_at - loop.received_at)::bigint as solved_plain,
		coalesce(waited.used, epoch(loop.resolved_at - loop.received_at)::bigint) as solved_seconds, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'party' then loop.party
			when 'category' then loop.category
			when 'branch' then loop.branch
			when 'person' then loop.person
			when 'month' then loop.month
		end as value
	from staging.shown
	join rows.loop using (month)
	left join rows.waited
		on waited.clock = 'complaints'
		and waited.source_file = loop.source_file
		and waited.source_record = loop.source_record
	cross join (values ('all'), ('party'), ('category'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, loop.branch)
)
select
	slot, dimension, value,
	count(*) as complaints,
	count(*) filter (named) as named,
	count(*) filter (solved) as solved,
	count(*) filter (asked > 0) as asked,
	count(*) filter (satisfied) as satisfied,
	sum(asked)::bigint as loops,
	quantile_disc(solved_seconds, 0.5) as solved_middle,
	quantile_disc(solved_seconds, 0.9) as solved_late,
	quantile_disc(solved_plain, 0.5) as solved_plain_middle,
	quantile_disc(solved_plain, 0.9) as solved_plain_late,
	quantile_disc(epoch(last_asked_at - received_at)::bigint, 0.5) filter (satisfied) as closed_middle,
	quantile_disc(epoch(last_asked_at - received_at)::bigint, 0.9) filter (satisfied) as closed_late
from sums
group by all
