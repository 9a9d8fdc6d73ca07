-- one row an audit or notice, as an event (L153)
select *, 'audits' as dataset, 1 as numerator, 1 as denominator
from facts.audit
