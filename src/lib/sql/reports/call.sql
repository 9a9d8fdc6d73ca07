-- one row a slot, dimension and value of it: calls of the months shown, connected, settled at once and called back, and seconds of talk at the middle and the ninetieth per cent (L35, L134)
with call as (
	select call.*, coalesce(settled.settled, false) as settled
	from facts.call
	left join rows.call as settled
		on settled.source_file = call.source_file and settled.source_record = call.source_record
),
sums as (
	select
		call.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'branch' then call.branch
			when 'person' then call.person
			when 'subject' then call.subject
			when 'hour' then strftime(call.started_at, '%H:00')
			when 'month' then call.month
		end as value
	from staging.shown
	join call using (month)
	cross join (values ('all'), ('branch'), ('person'), ('subject'), ('hour'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, call.branch)
)
select
	slot, dimension, value,
	count(*) as calls,
	count(distinct person) as people,
	count(*) filter (connected is distinct from 'no') as connected,
	count(*) filter (settled) as settled,
	count(*) filter (called_back = 'yes') as called_back,
	quantile_disc(seconds::bigint, 0.5) filter (connected is distinct from 'no') as talk_middle,
	quantile_disc(seconds::bigint, 0.9) filter (connected is distinct from 'no') as talk_late
from sums
group by all
