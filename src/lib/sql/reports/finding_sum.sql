-- one row a slot, dimension and value of it: findings of the truth checks and the callbacks they point to (L151)
with counted as (
	select
		finding.*, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then finding.kind
			when 'branch' then finding.branch
			when 'person' then finding.person
		end as value
	from reports.finding
	cross join (values ('all'), ('kind'), ('branch'), ('person')) as dimension (dimension)
)
select slot, dimension, value, count(*) as findings, sum(callbacks)::bigint as callbacks
from counted
group by all
