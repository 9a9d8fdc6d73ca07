-- one row a ticket resolved, or due by the cut-off: in time or not by the clock of the policy
select *, 'tickets' as dataset, in_time::integer as numerator, 1 as denominator
from rows.timed
where timed
