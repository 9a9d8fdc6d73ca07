-- one row a slot, dimension and value of it: holds of the tickets received in the months shown, the tickets held, whether their reason stops the clock, and seconds held at the middle and the ninetieth per cent (own rule)
with sums as (
	select
		held.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'reason' then held.reason
			when 'category' then held.category
			when 'branch' then held.branch
			when 'person' then held.person
			when 'month' then held.month
		end as value
	from staging.shown
	join rows.held using (month)
	cross join (values ('all'), ('reason'), ('category'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, held.branch)
)
select
	slot, dimension, value,
	count(*) as holds,
	count(distinct ticket) as tickets,
	count(*) filter (stops) as stopping,
	count(*) filter ("to" is null) as unended,
	quantile_disc(held_seconds, 0.5) as held_middle,
	quantile_disc(held_seconds, 0.9) as held_late
from sums
group by all
