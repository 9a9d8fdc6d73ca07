-- one row a bill: what is due after waivers, what of it is open once reversals of the same home, item and period are set off, and whether the home is one that is expected to pay (L188-190)
with reversed as (
	select
		branch, unit, item, period,
		sum(due_amount - coalesce(waived_amount, 0) - coalesce(paid_amount, 0)) as open_in_all
	from facts.fee
	group by all
	having min(due_amount) < 0
),
bill as (
	select
		fee.*,
		fee.due_amount - coalesce(fee.waived_amount, 0) as owed,
		coalesce(fee.paid_amount, 0) as paid,
		reversed.period is not null as reversed,
		reversed.open_in_all
	from facts.fee
	left join reversed
		on reversed.branch = fee.branch
		and reversed.unit is not distinct from fee.unit
		and reversed.item is not distinct from fee.item
		and reversed.period = fee.period
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
