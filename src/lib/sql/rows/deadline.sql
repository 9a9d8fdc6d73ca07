-- one row a clock and record (a severe case, a logged work, a report) whose deadline isn't what the plain clock says: the last moment that is in time by the clock of its policy (own rule)
with awaited as (
	select 'severe' as clock, part.policy, callback.branch, callback.source_file, callback.source_record, callback.called_at as begun_at, part.severe_hours::bigint * 3600 as allowed
	from facts.callback
	join policy.month_part as part using (month)
	where callback.severe_text is not null
	union all
	select 'logs', part.policy, log.branch, log.source_file, log.source_record, log.due_at, 0
	from facts.log
	join policy.month_part as part using (month)
	where log.due_at is not null
	union all
	select 'reports', part.policy, report.branch, report.source_file, report.source_record, report.due_at, 0
	from facts.report
	join policy.month_part as part using (month)
),
timed as (
	select
		awaited.*,
		coalesce(own.every, company.every) as every,
		coalesce(own.opens, company.opens) as opens,
		coalesce(own.length, company.length) as length
	from awaited
	join policy.clock as company
		on company.policy = awaited.policy and company.clock = awaited.clock and company.branch is null
	left join policy.clock as own
		on own.policy = awaited.policy and own.clock = awaited.clock and own.branch = awaited.branch
	where not coalesce(own.every, company.every) or coalesce(own.length, company.length) < 86400
),
told as (
	select timed.*, macro.ran(begun_at, every, begun.ordinal, begun.works, opens, length) + allowed as until
	from timed
	join staging.workday as begun on begun.day = timed.begun_at::date
)
-- what has run by the end of one working day has run until the next one begins
select
	told.clock, told.source_file, told.source_record,
	if(told.every, date '2000-01-01' + divide(told.until, told.length)::integer, day.day)::timestamp
		+ to_seconds(told.opens + told.until % told.length) as due_at
from told
left join staging.workday as day on not told.every and day.works and day.ordinal = divide(told.until, told.length) + 1
