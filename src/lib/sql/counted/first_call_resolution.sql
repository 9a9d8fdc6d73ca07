-- one row a connected call, and whether it settled the matter (L134)
select *, 'calls' as dataset, settled::integer as numerator, 1 as denominator
from rows.call
