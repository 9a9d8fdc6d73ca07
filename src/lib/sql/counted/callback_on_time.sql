-- one row a customer to be called back: by the due day, or at all where there is no deadline (L222-224)
select *, 'customers' as dataset, (outcome = 'done')::integer as numerator, 1 as denominator
from rows.due
