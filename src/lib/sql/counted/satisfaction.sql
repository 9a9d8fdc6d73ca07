-- one row a callback that was answered, with what it adds by the policy's reading (L153)
select *, 'callbacks' as dataset, satisfied as numerator, rated as denominator
from rows.callback
where rated > 0 or satisfied > 0
