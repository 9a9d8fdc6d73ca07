-- one row a spot check of records, found complete or not (L163)
select *, 'spot_checks' as dataset, (passed = 'yes')::integer as numerator, 1 as denominator
from facts.spot_check
where subject = 'records'
