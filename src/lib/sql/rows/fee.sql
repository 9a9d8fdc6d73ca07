-- one row a bill: what is due after waivers, what of it is open once reversals of the same home, item and period are set off, and whether the home is one that is expected to pay (L188-190)
with bill as (
	select
		*,
		due_amount - coalesce(waived_amount, 0) as owed,
		coalesce(paid_amount, 0) as paid,
		sum(due_amount - coalesce(waived_amount, 0) - coalesce(paid_amount, 0)) over same as open_in_all,
		min(due_amount) over same < 0 as reversed
	from facts.fee
	window same as (partition by branch, unit, item, period)
)
select
	fee.* exclude (open_in_all, reversed),
	fee.period as month,
	coalesce(part.fee_rate, 'amount') as fee_rate,
	case
		when not fee.reversed then greatest(fee.owed - fee.paid, 0)
		when fee.open_in_all > 0 then fee.owed - fee.paid
		else 0
	end as outstanding,
	if(fee.reversed, fee.open_in_all <= 0, fee.paid >= fee.owed) as settled,
	exempt.reason is not null and fee.paid = 0 as exempt,
	regexp_extract(fee.unit, '^(.+?)[-栋幢号#]', 1) as building
from bill as fee
left join policy.month_part as part on part.month = fee.period
left join policy.exempt on exempt.policy = part.policy and exempt.reason = fee.reason
