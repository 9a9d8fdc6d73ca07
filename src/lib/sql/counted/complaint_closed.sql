-- one row a complaint received: whether its loop ended with a satisfied customer (L327)
select *, 'tickets' as dataset, satisfied::integer as numerator, 1 as denominator
from rows.loop
