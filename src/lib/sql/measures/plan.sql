-- one row a month, branch and kind of plan: done over planned, or spent over budget, in thousandths (L134)
select
	case kind
		when 'business' then 'plan_completion'
		when 'budget' then 'budget_control'
		when 'survey' then 'survey_completion'
		when 'improvement' then 'process_improvement'
	end as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(actual * 1000)::bigint as numerator,
	sum(planned * 1000)::bigint as denominator,
	1::bigint as scale,
	1000::bigint as per
from facts.plan
where kind in ('business', 'budget', 'survey', 'improvement')
group by all
