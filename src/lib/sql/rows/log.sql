-- one row a record of patrols, training, visits, keys, passes: on time by the clock of its policy, beside what the plain clock says, and complete or not, and seconds from start to done (parts 1, 4, 8)
select
	log.*,
	coalesce(log.kind, log.kind_text) as kind_name,
	log.done_at is not null as done,
	log.due_at is not null as planned,
	coalesce(deadline.due_at, log.due_at) as last_at,
	log.due_at is not null and coalesce(log.done_at <= last_at, false) as on_time,
	log.due_at is not null and coalesce(log.done_at <= log.due_at, false) as on_time_plain,
	macro.seconds(log.started_at, log.done_at) as taken_seconds,
	log.complete is not distinct from 'yes' as whole,
	log.complete is not distinct from 'no' as faulty
from facts.log
left join rows.deadline
	on deadline.clock = 'logs' and deadline.source_file = log.source_file and deadline.source_record = log.source_record
