-- one row a piece of logged work that was planned, done by its due time or not (parts 1, 4, 8)
select *, 'logs' as dataset, on_time::integer as numerator, 1 as denominator
from rows.log
where planned
