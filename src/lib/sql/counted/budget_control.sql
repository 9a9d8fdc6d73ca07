-- one row an item of the budget plan, in thousandths: what was spent over the budget (L134)
select *, 'plans' as dataset, null::varchar as person, actual * 1000 as numerator, planned * 1000 as denominator
from facts.plan
where kind = 'budget'
