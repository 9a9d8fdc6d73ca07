-- one row a slot, dimension and value of it: the callbacks of the months shown (L216, L219, L235)
with sums as (
	select
		talk.*, shown.slot, shown.today, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'class' then talk.class
			when 'channel' then coalesce(talk.channel, talk.channel_text)
			when 'branch' then talk.branch
			when 'person' then talk.person
			when 'month' then talk.month
		end as value
	from staging.shown
	join rows.talk using (month)
	cross join (values ('all'), ('class'), ('channel'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, talk.branch)
),
summed as (
	select
		slot, dimension, value,
		count(*) as callbacks,
		count(distinct person) as people,
		count(*) filter (reached) as reached,
		count(distinct (branch, customer)) filter (reached and customer is not null) as customers,
		count(*) filter (rated) as rated,
		count(*) filter (satisfied) as satisfied,
		count(*) filter (remarked) as remarked,
		count(*) filter (day_off) as days_off,
		count(*) filter (is_severe) as severe,
		count(*) filter (is_severe and (reported_at is not null or report_due_at < today)) as severe_due,
		count(*) filter (reported_in_time) as reported_in_time,
		quantile_disc(macro.seconds(called_at, reported_at), 0.5) filter (is_severe) as severe_middle,
		quantile_disc(macro.seconds(called_at, reported_at), 0.9) filter (is_severe) as severe_late
	from sums
	group by all
)
select *, sum(callbacks) over (partition by slot, dimension)::bigint as every_one
from summed
