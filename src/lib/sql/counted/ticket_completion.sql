-- one row a ticket received, completed or not (L169)
select *, 'tickets' as dataset, done::integer as numerator, 1 as denominator
from rows.ticket
