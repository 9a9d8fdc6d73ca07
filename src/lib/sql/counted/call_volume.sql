-- one row a call, connected or not (L134)
select *, 'calls' as dataset, 1 as numerator, 1 as denominator
from facts.call
