-- one row a bill that counts: what is due after waivers, what of it is open once refunds, reversals and instalments of the same home, item and period are set off, and whether the home is one that is expected to pay (L188-190)
with offset_group as (
	select
		branch, unit, item, period,
		sum(macro.owed(due_amount, waived_amount) - coalesce(paid_amount, 0)) as open_in_all
	from facts.fee
	where status is distinct from 'excluded'
	group by all
	having count(*) > 1 and bool_or(macro.needs_offset(macro.owed(due_amount, waived_amount), coalesce(paid_amount, 0)))
),
bill as (
	select
		fee.*,
		macro.owed(fee.due_amount, fee.waived_amount) as owed,
		coalesce(fee.paid_amount, 0) as paid,
		offset_group.open_in_all
	from facts.fee
	left join offset_group
		on offset_group.branch = fee.branch
		and offset_group.unit = fee.unit
		and offset_group.item = fee.item
		and offset_group.period = fee.period
	where fee.status is distinct from 'excluded'
)
select
	fee.* exclude (open_in_all),
	fee.period as month,
	coalesce(part.fee_rate, 'amount') as fee_rate,
	macro.open_of(fee.owed, fee.paid, fee.open_in_all) as outstanding,
	if(fee.open_in_all is null, fee.paid >= fee.owed, fee.open_in_all <= 0) as settled,
	exempt.reason is not null and fee.paid = 0 as exempt,
	regexp_extract(fee.unit, '^(.+?)[-栋幢号#]', 1) as building
from bill as fee
left join policy.month_part as part on part.month = fee.period
left join policy.exempt on exempt.policy = part.policy and exempt.reason = fee.reason
