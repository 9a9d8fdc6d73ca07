-- one row a slot, dimension and value of it: reports due in the months shown, handed in on time, late, missing and still to come, untrue ones, and their mean mark (L147-149)
with sums as (
	select
		report.*, shown.slot, shown.today, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'branch' then report.branch
			when 'name' then report.name
			when 'month' then report.month
		end as value
	from staging.shown
	join rows.report using (month)
	cross join (values ('all'), ('branch'), ('name'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, report.branch)
)
select
	slot, dimension, value,
	count(*) as reports,
	count(*) filter (on_time) as on_time,
	count(*) filter (submitted_at > last_at) as late,
	count(*) filter (submitted_at is not null or last_at < today) as due,
	count(*) filter (submitted_at is null and last_at < today) as missing,
	count(*) filter (submitted_at is null and last_at >= today) as pending,
	count(*) filter (on_time_plain) as on_time_plain,
	count(*) filter (submitted_at is not null or due_at < today) as due_plain,
	-- where no report says whether it is true, none can be called true
	if(count(truthful) = 0, null, count(*) filter (truthful = 'no')) as untrue,
	(avg(quality) * 1000)::bigint as quality
from sums
group by all
