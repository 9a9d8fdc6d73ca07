-- one row a severe case found, reported within the time allowed or not (L243)
select *, 'callbacks' as dataset, reported_in_time::integer as numerator, 1 as denominator
from rows.contact
where is_severe
