-- one row a month and unit: receipts of a group, of a person, and of the people of a branch, in thousandths of a yuan (L291)
select
	'receipt_amount' as measure,
	unit_kind,
	case unit_kind when 'group' then "group" when 'person' then person else branch end as unit,
	month,
	sum(amount * 1000)::bigint as numerator,
	1000::bigint as denominator,
	1::bigint as scale,
	1000::bigint as per
from rows.receipt, (values ('group'), ('person'), ('branch')) as kind (unit_kind)
where case unit_kind when 'group' then "group" when 'person' then person else branch end is not null
group by all
