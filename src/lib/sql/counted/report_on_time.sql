-- one row a report due, handed in by its due time or not (L147)
select *, 'reports' as dataset, null::varchar as person, on_time::integer as numerator, 1 as denominator
from rows.report
