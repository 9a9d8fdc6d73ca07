-- one row a month and complaint that counts in it, resolved by the cut-off or not (L153)
select *, 'tickets' as dataset, resolved::integer as numerator, 1 as denominator
from rows.complaint
