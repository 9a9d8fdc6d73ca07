-- one row a record that was judged, complete or not (L77)
select *, 'logs' as dataset, whole::integer as numerator, 1 as denominator
from rows.log
where month is not null and (whole or faulty)
