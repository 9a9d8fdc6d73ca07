-- one row an item of the survey plan, in thousandths: what was done over what was planned (L134)
select *, 'plans' as dataset, null::varchar as person, actual * 1000 as numerator, planned * 1000 as denominator
from facts.plan
where kind = 'survey'
