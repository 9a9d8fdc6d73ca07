-- one row a month, branch, item and home: settled in full or not, and whether it is expected to pay (L189)
select
	month, branch, item, unit,
	bool_and(settled) as settled,
	bool_or(exempt) as exempt,
	sum(owed) as owed,
	sum(paid) as paid
from rows.fee
group by all
