-- one row an opinion that needed an answer by now, answered within the standard time or not (L134)
select *, 'tickets' as dataset, in_time::integer as numerator, 1 as denominator
from rows.opinion
where counts
