-- one row a period of three months and month in it: quarters, or rolling spans where the policy says so; the last month's policy rules it (L163)
with step as (
	select month, (month || '-01')::date as first_day from facts.month
),
span as (
	select
		if(
			rule.quarter_reading = 'rolling',
			strftime(last.first_day - interval 2 month, '%Y-%m') || '~' || last.month,
			year(last.first_day)::varchar || 'Q' || quarter(last.first_day)::varchar
		) as period,
		last.month as last_month,
		last.first_day
	from step as last
	join policy.rule using (month)
	where rule.quarter_reading = 'rolling' or month(last.first_day) % 3 = 0
)
select span.period, span.last_month, step.month
from span
join step on step.first_day between span.first_day - interval 2 month and span.first_day
qualify count(*) over (partition by span.period) = 3
