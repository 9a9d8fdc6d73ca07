-- one row a month and group: receipts, in thousandths of a yuan (L291)
select
	'receipt_amount' as measure,
	'group' as unit_kind,
	"group" as unit,
	month,
	sum(amount * 1000)::bigint as numerator,
	1000::bigint as denominator,
	1::bigint as scale,
	1000::bigint as per
from facts.receipt
group by all
