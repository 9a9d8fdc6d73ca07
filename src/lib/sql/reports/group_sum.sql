-- one row a slot, dimension and value of it: receipts of the months shown in thousandths of a yuan, and the contracts behind them (L291)
with sums as (
	select
		receipt.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'group' then receipt."group"
			when 'person' then receipt.person
			when 'month' then receipt.month
		end as value
	from staging.shown
	join rows.receipt using (month)
	cross join (values ('all'), ('group'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, receipt.branch)
)
select
	slot, dimension, value,
	count(*) as receipts,
	count(distinct contract) as contracts,
	(sum(amount) * 1000)::bigint as amount
from sums
group by all
