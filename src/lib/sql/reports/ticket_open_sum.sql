-- one row a slot, dimension and value of it: tickets that were open on the day shown, and how long, in days (L178-180)
with sums as (
	select
		open.*, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'cause' then open.cause
			when 'party' then open.party
			when 'category' then open.category
			when 'branch' then open.branch
			when 'person' then open.person
		end as value
	from reports.ticket_open as open
	cross join (values ('all'), ('cause'), ('party'), ('category'), ('branch'), ('person')) as dimension (dimension)
)
select
	slot, dimension, value,
	count(*) as tickets,
	count(*) filter (warranty = 'after') as after_warranty,
	quantile_disc(age, 0.5) as age_middle,
	max(age) as age_most,
	max(stalled) as stalled_most,
	max(stalled_plain) as stalled_plain_most,
	count(*) filter (held) as held
from sums
group by all
