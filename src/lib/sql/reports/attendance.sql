-- one row a slot, dimension and value of it: people, days due, attended and missed, in thousandths (L22, L202)
with sums as (
	select
		attendance.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'branch' then attendance.branch
			when 'person' then attendance.person
			when 'month' then attendance.month
		end as value
	from staging.shown
	join facts.attendance using (month)
	cross join (values ('all'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, attendance.branch)
)
select
	slot, dimension, value,
	count(*) as records,
	count(distinct person) as people,
	(sum(due_days) * 1000)::bigint as due_days,
	(sum(coalesce(attended_days, 0)) * 1000)::bigint as attended_days,
	(sum(greatest(due_days - coalesce(attended_days, 0), 0)) * 1000)::bigint as absent_days
from sums
group by all
