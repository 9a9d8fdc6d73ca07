-- one row a callback, made or not by the policy's reading for its branch and for its person, and one a person's attendance, whose days on duty the quota is made from (L160)
select *, 'callbacks' as dataset, counted as numerator, own_counted as own_numerator, 0 as denominator
from rows.callback
union all by name
select *, 'attendance' as dataset, 0 as numerator, 0 as own_numerator, if(on_duty, due_days, 0) as denominator
from rows.attendance
