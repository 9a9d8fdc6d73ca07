-- one row a spot check of callback etiquette, failed or not (L238, L245)
select *, 'spot_checks' as dataset, (passed = 'no')::integer as numerator, 1 as denominator
from facts.spot_check
where subject = 'etiquette'
