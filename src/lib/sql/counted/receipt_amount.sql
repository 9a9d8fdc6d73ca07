-- one row a receipt, in thousandths of a yuan, of its group, its person and the branch of that person (L291)
select *, 'receipts' as dataset, (amount * 1000)::bigint as numerator, null::bigint as denominator
from rows.receipt
