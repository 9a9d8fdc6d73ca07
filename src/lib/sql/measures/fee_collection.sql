-- one row a month and branch: the collection rate by the policy's denominator — amounts after waivers in thousandths of a yuan, all homes, or those expected to pay (L189)
with home as (
	select
		home.*,
		coalesce(part.fee_rate, 'amount') as fee_rate
	from rows.home
	left join policy.month_part as part using (month)
)
select
	'fee_collection' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	case fee_rate
		when 'amount' then sum(paid * 1000)
		when 'all_homes' then count(distinct unit) * 1000 - count(distinct unit) filter (not settled) * 1000
		else count(distinct unit) * 1000 - count(distinct unit) filter (not settled or exempt) * 1000
	end::bigint as numerator,
	case fee_rate
		when 'amount' then sum(owed * 1000)
		when 'all_homes' then count(distinct unit) * 1000
		else count(distinct unit) * 1000 - count(distinct unit) filter (exempt) * 1000
	end::bigint as denominator,
	1::bigint as scale,
	1000::bigint as per
from home
group by branch, month, fee_rate
