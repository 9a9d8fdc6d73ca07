-- one row a month and branch: the collection rate by the policy's denominator — amounts after waivers, all homes, or those expected to pay — in thousandths (L189)
select
	'fee_collection' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(numerator * 1000)::bigint as numerator,
	sum(denominator * 1000)::bigint as denominator,
	1::bigint as scale,
	1000::bigint as per
from rows.home
group by branch, month
