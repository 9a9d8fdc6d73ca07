-- one row a score sheet of the departments it works with, in thousandths (L134)
select *, 'ratings' as dataset, (score * 1000)::bigint as numerator, 1000 as denominator
from facts.rating
where role = 'group'
