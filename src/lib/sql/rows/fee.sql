-- one row a bill: what is due after waivers, what of it is open, and whether the home is one that is expected to pay (L188-190)
select
	fee.*,
	fee.period as month,
	fee.due_amount - coalesce(fee.waived_amount, 0) as owed,
	coalesce(fee.paid_amount, 0) as paid,
	greatest(fee.due_amount - coalesce(fee.waived_amount, 0) - coalesce(fee.paid_amount, 0), 0) as outstanding,
	coalesce(fee.paid_amount, 0) >= fee.due_amount - coalesce(fee.waived_amount, 0) as settled,
	exempt.reason is not null and coalesce(fee.paid_amount, 0) = 0 as exempt,
	regexp_extract(fee.unit, '^(.+?)[-栋幢号#]', 1) as building
from facts.fee
left join policy.month_part as part on part.month = fee.period
left join policy.exempt on exempt.policy = part.policy and exempt.reason = fee.reason
