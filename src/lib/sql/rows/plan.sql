-- one row a planned item: how far it is, and the whole that a reported rate implies (L248-260)
select
	plan.*,
	plan.planned > 0 and plan.actual >= plan.planned as done,
	plan.actual > 0 and plan.actual < plan.planned as partly,
	if(plan.rate > 0, plan.actual * 100 / plan.rate, null)::decimal(18, 6) as implied
from facts.plan
