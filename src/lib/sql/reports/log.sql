-- one row a slot, dimension and value of it: patrols, training, visits, keys, passes … of the months shown, and seconds from start to done at the middle and the ninetieth per cent (parts 1, 4, 8; 7 of 12 switches bad: L172)
with counted as (
	select
		log.*, shown.slot, shown.today, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then coalesce(log.kind, log.kind_text)
			when 'branch' then log.branch
			when 'person' then log.person
			when 'month' then log.month
		end as value
	from staging.shown
	join rows.log using (month)
	cross join (values ('all'), ('kind'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, log.branch)
)
select
	slot, dimension, value,
	count(*) as logs,
	count(*) filter (done) as done,
	count(*) filter (planned) as planned,
	count(*) filter (planned and (done or due_at < today)) as due,
	count(*) filter (on_time) as on_time,
	count(*) filter (whole) as whole,
	count(*) filter (faulty) as faulty,
	count(*) filter (whole or faulty) as judged,
	(coalesce(sum(quantity), 0) * 1000)::bigint as quantity,
	quantile_disc(taken_seconds, 0.5) as taken_middle,
	quantile_disc(taken_seconds, 0.9) as taken_late
from counted
group by all
