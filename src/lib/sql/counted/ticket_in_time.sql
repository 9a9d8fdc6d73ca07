-- one row a ticket resolved, or due by the cut-off: in time or not
select *, 'tickets' as dataset, in_time::integer as numerator, 1 as denominator
from rows.ticket
where timed
