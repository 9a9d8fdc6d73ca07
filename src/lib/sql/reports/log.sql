-- one row a slot, dimension and value of it: patrols, training, visits, keys, passes … of the months shown, and seconds from start to done at the middle and the ninetieth per cent (parts 1, 4, 8; 7 of 12 switches bad: L172)
with sums as (
	select
		log.*, shown.slot, shown.today, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then log.kind_name
			when 'branch' then log.branch
			when 'person' then log.person
			when 'place' then log.unit
			when 'hour' then strftime(coalesce(log.started_at, log.done_at, log.due_at), '%H:00')
			when 'month' then log.month
		end as value
	from staging.shown
	join rows.log using (month)
	cross join (values ('all'), ('kind'), ('branch'), ('person'), ('place'), ('hour'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, log.branch) and macro.shows(shown.only_kind, log.kind_name)
)
select
	slot, dimension, value,
	count(*) as logs,
	count(distinct person) as people,
	count(*) filter (done) as done,
	count(*) filter (planned) as planned,
	count(*) filter (planned and (done or last_at < today)) as due,
	count(*) filter (planned and (done or due_at < today)) as due_plain,
	count(*) filter (planned and done) as kept,
	count(*) filter (on_time) as on_time,
	count(*) filter (on_time_plain) as on_time_plain,
	count(*) filter (whole) as whole,
	count(*) filter (faulty) as faulty,
	count(*) filter (whole or faulty) as judged,
	(coalesce(sum(quantity), 0) * 1000)::bigint as quantity,
	quantile_disc(taken_seconds, 0.5) as taken_middle,
	quantile_disc(taken_seconds, 0.9) as taken_late
from sums
group by all
