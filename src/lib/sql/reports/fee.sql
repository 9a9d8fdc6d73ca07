-- one row a slot, dimension and value of it: the bills of the periods shown in thousandths of a yuan, the homes behind them, and what each rate of collection divides (L188-190)
with counted as (
	select
		fee.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'item' then fee.item
			when 'branch' then fee.branch
			when 'building' then fee.building
			when 'month' then fee.month
			when 'owner' then fee.owner
			when 'reason' then fee.reason_text
		end as value,
		if(dimension.dimension = 'building', fee.branch, null) as within
	from staging.shown
	join rows.fee using (month)
	cross join (values ('all'), ('item'), ('branch'), ('building'), ('month'), ('owner'), ('reason')) as dimension (dimension)
	where (dimension.dimension <> 'reason' or not fee.settled) and macro.shows(shown.only_branch, fee.branch)
)
select
	slot, dimension, value, within,
	count(*) as bills,
	(sum(due_amount) * 1000)::bigint as due,
	(sum(coalesce(waived_amount, 0)) * 1000)::bigint as waived,
	(sum(owed) * 1000)::bigint as owed,
	(sum(paid) * 1000)::bigint as paid,
	(sum(outstanding) * 1000)::bigint as outstanding,
	count(distinct (branch, unit)) as homes,
	count(distinct (branch, unit)) - count(distinct (branch, unit)) filter (not settled) as homes_paid,
	count(distinct (branch, unit)) filter (not settled) as homes_owing,
	count(distinct (branch, unit)) - count(distinct (branch, unit)) filter (not settled or exempt) as eligible_paid,
	count(distinct (branch, unit)) - count(distinct (branch, unit)) filter (exempt) as homes_eligible,
	count(*) filter (paid > 0 and not settled) as partly,
	count(*) filter (paid_at::date < coalesce(due_on, (period || '-01')::date)) as early
from counted
group by all
