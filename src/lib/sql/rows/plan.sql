-- one row a planned item: how far it is — a budget is kept, anything else reached — and the whole that a reported rate implies (L248-260)
select
	plan.*,
	plan.planned > 0 and if(plan.kind = 'budget', plan.actual <= plan.planned, plan.actual >= plan.planned) as done,
	plan.kind is distinct from 'budget' and plan.actual > 0 and plan.actual < plan.planned as partly,
	plan.kind = 'budget' and plan.actual > plan.planned as overspent,
	if(plan.rate > 0, plan.actual * 100 / plan.rate, null)::decimal(18, 6) as implied
from facts.plan
