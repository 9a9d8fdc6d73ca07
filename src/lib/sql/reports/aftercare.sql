-- one row a slot, dimension and value of it: finished tickets of the months shown, called back, satisfied, spot-checked and passed (L301, L310)
with sums as (
	select
		aftercare.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'branch' then aftercare.branch
			when 'kind' then aftercare.kind
			when 'category' then aftercare.category
			when 'party' then aftercare.party
			when 'person' then aftercare.person
			when 'month' then aftercare.month
		end as value
	from staging.shown
	join rows.aftercare using (month)
	cross join (values ('all'), ('branch'), ('kind'), ('category'), ('party'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, aftercare.branch) and macro.shows(shown.only_stage, aftercare.stage)
)
select
	slot, dimension, value,
	count(*) as tickets,
	count(*) filter (called) as called,
	count(*) filter (rated) as rated,
	count(*) filter (satisfied) as satisfied,
	count(*) filter (checked) as checked,
	count(*) filter (passed) as passed
from sums
group by all
