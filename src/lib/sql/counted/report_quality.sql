-- one row a report that has a mark, in thousandths (L147)
select *, 'reports' as dataset, null::varchar as person, (quality * 1000)::bigint as numerator, 1000 as denominator
from facts.report
where quality is not null
