-- one row a month and unit: callbacks made over the quota; the quota is denominator / scale, for quarters of days (L160)
with kind as (
	from (values ('branch'), ('person')) as kind (unit_kind)
),
made as (
	select
		month, unit_kind, if(unit_kind = 'branch', branch, person) as unit,
		sum(callbacks)::bigint as numerator
	from facts.callback_count
	join policy.rule using (month), kind
	where macro.is_made(rule.callback_counts, result)
	group by all
	union all
	select
		month, unit_kind, if(unit_kind = 'branch', branch, person) as unit,
		count(distinct coalesce('t' || ticket, 'c' || callback))::bigint
	from facts.callback
	join policy.rule using (month), kind
	where rule.callback_counts = 'once_per_ticket' and result = 'reached'
	group by all
),
manned as (
	select
		month, unit_kind, if(unit_kind = 'branch', branch, person) as unit,
		count(distinct person)::bigint as people,
		(sum(due_days) * 100)::bigint as due_hundredths,
		(sum(attended_days) * 100)::bigint as attended_hundredths,
		(max(due_days) * 100)::bigint as month_hundredths
	from rows.attendance, kind
	where on_duty
	group by all
),
quota as (
	select
		manned.month, unit_kind, unit,
		rule.callback_quota_amount * case rule.callback_quota
			when 'person_day' then due_hundredths
			when 'person_day_actual' then attended_hundredths
			when 'person_month' then people
			when 'prorated' then people * attended_hundredths
			when 'literal' then people * 100
		end as denominator,
		case rule.callback_quota
			when 'person_month' then 1
			when 'prorated' then due_hundredths
			when 'literal' then month_hundredths
			else 100
		end as scale
	from manned
	join policy.rule using (month)
)
select
	'callback_completion' as measure,
	unit_kind, unit, month,
	coalesce(made.numerator, 0) as numerator,
	if(quota.scale = 0, 0, coalesce(quota.denominator, 0))::bigint as denominator,
	coalesce(nullif(quota.scale, 0), 1)::bigint as scale
from made
full join quota using (month, unit_kind, unit)
