-- one row a slot, dimension and value of it: the bills of the periods shown in thousandths of a yuan, the homes behind them, and what each rate of collection divides (L188-190)
with sums as (
	select
		fee.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'item' then fee.item
			when 'branch' then fee.branch
			when 'building' then fee.building
			when 'month' then fee.month
			when 'owner' then fee.owner
			when 'reason' then coalesce(fee.reason, fee.reason_text)
		end as value,
		if(dimension.dimension = 'building', fee.branch, null) as within
	from staging.shown
	join rows.fee using (month)
	cross join (values ('all'), ('item'), ('branch'), ('building'), ('month'), ('owner'), ('reason')) as dimension (dimension)
	where (dimension.dimension <> 'reason' or not fee.settled) and macro.shows(shown.only_branch, fee.branch)
),
home as (
	select
		slot, dimension, value, within, branch, unit,
		count(*) as bills,
		sum(due_amount) as due,
		sum(coalesce(waived_amount, 0)) as waived,
		sum(owed) as owed,
		sum(paid) as paid,
		sum(outstanding) as outstanding,
		bool_or(not settled) as owing,
		bool_or(exempt) as exempt,
		count(*) filter (paid > 0 and not settled) as partly,
		count(*) filter (paid_at::date < coalesce(due_on, (period || '-01')::date)) as early
	from sums
	group by all
)
select
	slot, dimension, value, within,
	sum(bills)::bigint as bills,
	(sum(due) * 1000)::bigint as due,
	(sum(waived) * 1000)::bigint as waived,
	(sum(owed) * 1000)::bigint as owed,
	(sum(paid) * 1000)::bigint as paid,
	(sum(outstanding) * 1000)::bigint as outstanding,
	count(*) as homes,
	count(*) filter (not owing) as homes_paid,
	count(*) filter (owing) as homes_owing,
	count(*) filter (not owing and not exempt) as eligible_paid,
	count(*) filter (not exempt) as homes_eligible,
	sum(partly)::bigint as partly,
	sum(early)::bigint as early,
	(sum(paid) * 1000 / nullif(count(*) filter (paid > 0), 0))::bigint as per_home
from home
group by all
