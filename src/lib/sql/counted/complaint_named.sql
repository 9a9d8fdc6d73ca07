-- one row a complaint received, with a named person or not (L327)
select *, 'tickets' as dataset, (person is not null)::integer as numerator, 1 as denominator
from facts.complaint
