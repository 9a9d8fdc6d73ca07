-- one row a slot, dimension and value of it: planned items done, partly done, overspent, done late and overdue in the months shown (L248, L134)
with sums as (
	select
		plan.*, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then coalesce(plan.kind, plan.kind_text)
			when 'branch' then plan.branch
			when 'month' then plan.month
		end as value
	from reports.plan
	cross join (values ('all'), ('kind'), ('branch'), ('month')) as dimension (dimension)
)
select
	slot, dimension, value,
	count(*) as items,
	count(*) filter (done) as plan_done,
	count(*) filter (partly) as partly,
	count(*) filter (overspent) as overspent,
	count(*) filter (milestone = 'late') as late,
	count(*) filter (milestone = 'overdue') as overdue
from sums
group by all
