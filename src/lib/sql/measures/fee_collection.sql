-- one row a month and branch: what was paid over what was due after waivers, in thousandths of a yuan
select
	'fee_collection' as measure,
	'branch' as unit_kind,
	branch as unit,
	period as month,
	sum(coalesce(paid_amount, 0) * 1000)::bigint as numerator,
	sum((due_amount - coalesce(waived_amount, 0)) * 1000)::bigint as denominator,
	1::bigint as scale,
	1000::bigint as per
from facts.fee
group by all
