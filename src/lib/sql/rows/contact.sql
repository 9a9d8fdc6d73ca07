-- one row a callback, with what its month's report counts (L216, L235); a severe case by the clock of its policy, beside what the plain clock says (L243, own rule)
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
	callback.called_at + to_hours(part.severe_hours) as plain_due_at,
	coalesce(deadline.due_at, plain_due_at) as report_due_at,
	is_severe and coalesce(callback.reported_at::date >= callback.called_at::date and callback.reported_at <= report_due_at, false) as reported_in_time,
	is_severe and coalesce(callback.reported_at::date >= callback.called_at::date and callback.reported_at <= plain_due_at, false) as reported_in_time_plain
from facts.callback
join policy.rule using (month)
join policy.part using (policy)
left join staging.workday on workday.day = callback.called_at::date
left join rows.deadline
	on deadline.clock = 'severe' and deadline.source_file = callback.source_file and deadline.source_record = callback.source_record
