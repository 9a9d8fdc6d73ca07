-- one row a callback, with what its month's report counts (L216, L235)
select
	callback.*,
	callback.result = 'reached' as reached,
	-- messages go out in batches, and whoever doesn't answer is called again
	callback.result = 'reached' and coalesce(callback.channel, 'phone') = 'phone' as spoken,
	callback.satisfaction is not null as rated,
	coalesce(callback.satisfaction::integer >= rule.satisfied_from, false) as satisfied,
	workday.works is not distinct from false as day_off,
	callback.note is not null as remarked,
	callback.severe_text is not null and callback.severe is distinct from 'no' as is_severe,
	callback.called_at + to_hours(part.severe_hours) as report_due_at,
	coalesce(callback.severe_text is not null and callback.severe is distinct from 'no' and callback.reported_at::date >= callback.called_at::date and callback.reported_at <= callback.called_at + to_hours(part.severe_hours), false) as reported_in_time
from facts.callback
join policy.rule using (month)
join policy.part using (policy)
left join staging.workday on workday.day = callback.called_at::date
