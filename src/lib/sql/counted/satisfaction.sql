-- one row a callback that was answered, with what it adds by the policy's reading to its branch and to its person (L153)
select
	*, 'callbacks' as dataset,
	satisfied as numerator, rated as denominator,
	own_satisfied as own_numerator, own_rated as own_denominator
from rows.callback
where rated > 0 or satisfied > 0 or own_rated > 0 or own_satisfied > 0
