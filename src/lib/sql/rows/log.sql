-- one row a record of patrols, training, visits, keys, passes: on time and complete or not, and seconds from start to done (parts 1, 4, 8)
select
	log.*,
	coalesce(log.kind, log.kind_text) as kind_name,
	log.done_at is not null as done,
	log.due_at is not null as planned,
	log.due_at is not null and coalesce(log.done_at <= log.due_at, false) as on_time,
	macro.seconds(log.started_at, log.done_at) as taken_seconds,
	log.complete is not distinct from 'yes' as whole,
	log.complete is not distinct from 'no' as faulty
from facts.log
