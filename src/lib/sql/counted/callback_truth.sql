-- one row a spot check of the truth of a callback, failed or not (L153)
select *, 'spot_checks' as dataset, (passed = 'no')::integer as numerator, 1 as denominator
from facts.spot_check
where subject = 'callback_truth'
